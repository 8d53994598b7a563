package org.kituo.store.file;

import java.sql.Timestamp;
import java.util.List;
import org.kituo.store.postgres.Sql;

/** The icons that users have added, in PostgreSQL. */
public final class CustomIconTable {
  private final Sql sql;

  /** A table in a database. */
  public CustomIconTable(Sql sql) {
    this.sql = sql;
  }

  /** All, by key. */
  public List<CustomIcon> all() {
    return sql.query(
        """
        SELECT key, description, keywords, file_uid, created, last_updated, created_by
        FROM custom_icon ORDER BY key\
        """,
        row ->
            new CustomIcon(
                row.getString(1),
                row.getString(2),
                List.of((String[]) row.getArray(3).getArray()),
                row.getString(4),
                row.getTimestamp(5).toLocalDateTime(),
                row.getTimestamp(6).toLocalDateTime(),
                row.getString(7)));
  }

  /** Adds an icon, or gives one with the same key what this one says. */
  public void put(CustomIcon icon) {
    sql.update(
        """
        INSERT INTO custom_icon
          (key, description, keywords, file_uid, created, last_updated, created_by)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET description = excluded.description,
          keywords = excluded.keywords, file_uid = excluded.file_uid,
          last_updated = excluded.last_updated\
        """,
        icon.key(),
        icon.description(),
        icon.keywords().toArray(String[]::new),
        icon.file(),
        Timestamp.valueOf(icon.created()),
        Timestamp.valueOf(icon.lastUpdated()),
        icon.createdBy());
  }

  /** Removes the icon with a key. */
  public void remove(String key) {
    sql.update("DELETE FROM custom_icon WHERE key = ?", key);
  }
}
