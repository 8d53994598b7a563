package org.kituo.store.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kituo.store.postgres.Sql;

/** The uploaded files in PostgreSQL. */
public final class FileTable {
  private static final String FACTS =
      """
      SELECT uid, name, content_type, length(content), content_md5, domain, assigned, created, created_by
      FROM file_resource\
      """;

  private final Sql sql;

  /** A table in a database. */
  public FileTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * Keeps a file.
   *
   * @return whether it was kept; else there is one with the same identifier already
   */
  public boolean add(StoredFile file, byte[] content) {
    return sql.update(
            """
            INSERT INTO file_resource
              (uid, name, content_type, content_md5, domain, created, created_by, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """,
            file.uid(),
            file.name(),
            file.contentType(),
            file.md5(),
            file.domain(),
            java.sql.Timestamp.valueOf(file.created()),
            file.createdBy(),
            content)
        > 0;
  }

  /** What is known of a file. */
  public Optional<StoredFile> find(String uid) {
    return sql.first(FACTS + " WHERE uid = ?", FileTable::read, uid);
  }

  /** What is known of all files, by name. */
  public List<StoredFile> all() {
    return sql.query(FACTS + " ORDER BY name, uid", FileTable::read);
  }

  private static StoredFile read(ResultSet row) throws SQLException {
    return new StoredFile(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        row.getBoolean(7),
        row.getTimestamp(8).toLocalDateTime(),
        row.getString(9));
  }

  /** The bytes of a file. */
  public Optional<byte[]> content(String uid) {
    return sql.first(
        "SELECT content FROM file_resource WHERE uid = ?", row -> row.getBytes(1), uid);
  }

  /** Notes whether something uses a file. */
  public void assign(String uid, boolean assigned) {
    sql.update("UPDATE file_resource SET assigned = ? WHERE uid = ?", assigned, uid);
  }
}
