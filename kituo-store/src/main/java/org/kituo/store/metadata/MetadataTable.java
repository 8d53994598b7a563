package org.kituo.store.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.model.schema.SharedValues;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of metadata. All methods work on the connection, and within the transaction, of the
 * caller.
 */
final class MetadataTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BATCH = 5_000;
  private static final int FETCH = 10_000;

  private static final String STATE =
      """
      SELECT version, next_key,
        (SELECT value FROM system_setting WHERE key = 'keyCalendar' AND locale = '')
      FROM metadata_version\
      """;

  private MetadataTable() {}

  /**
   * Where the store stands.
   *
   * @param calendar what the setting says that periods are counted by
   */
  record State(long version, int nextKey, PeriodCalendar calendar) {}

  /**
   * Reads the state and locks it until the transaction ends, so that writers follow one another.
   */
  static State lock(Connection connection) throws SQLException {
    return state(connection, STATE + " FOR UPDATE");
  }

  /** Reads the state. */
  static State state(Connection connection) throws SQLException {
    return state(connection, STATE);
  }

  private static State state(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return new State(
          rows.getLong(1),
          rows.getInt(2),
          Optional.ofNullable(rows.getString(3))
              .flatMap(PeriodCalendar::named)
              .orElse(PeriodCalendar.ISO8601));
    }
  }

  /** Puts everything committed after a version into a change, and takes out what was deleted. */
  static void load(Connection connection, long after, SnapshotChange change) throws SQLException {
    if (after > 0) {
      unloadDeleted(connection, after, change);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT type, key, document FROM metadata_object WHERE version > ? ORDER BY version,"
                + " key")) {
      statement.setLong(1, after);
      statement.setFetchSize(FETCH);
      SharedValues shared = new SharedValues();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ObjectType<?> type = MetadataTypes.bySingular(rows.getString(1));
          if (type != null) {
            change.load(read(type, rows.getBytes(3), shared), rows.getInt(2));
          }
        }
      }
    }
  }

  private static void unloadDeleted(Connection connection, long after, SnapshotChange change)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT type, uid FROM metadata_deletion WHERE version > ?")) {
      statement.setLong(1, after);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ObjectType<?> type = MetadataTypes.bySingular(rows.getString(1));
          if (type != null) {
            change.unload(type.record(), rows.getString(2));
          }
        }
      }
    }
  }

  static MetadataObject read(ObjectType<?> type, byte[] document, SharedValues shared) {
    return (MetadataObject) new ObjectReader(shared).read(type, JSON.readTree(document), "");
  }

  /** Writes what a change puts and removes as the version of the snapshot that it makes. */
  static void write(
      Connection connection, SnapshotChange change, MetadataSnapshot next, String user)
      throws SQLException {
    commit(connection, next, user);
    List<MetadataObject> removed = change.removed();
    if (!removed.isEmpty()) {
      delete(connection, change.base(), removed, next.version(), user);
    }
    List<MetadataObject> put = change.put();
    for (int from = 0; from < put.size(); from += BATCH) {
      upsert(connection, next, put.subList(from, Math.min(put.size(), from + BATCH)));
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_notify('metadata', ?)")) {
      statement.setString(1, Long.toString(next.version()));
      statement.execute();
    }
  }

  /** Notes the commit, before the objects: the triggers that keep history read its number. */
  private static void commit(Connection connection, MetadataSnapshot next, String user)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE metadata_version SET version = ?, next_key = ?")) {
      statement.setLong(1, next.version());
      statement.setInt(2, next.nextKey());
      statement.executeUpdate();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO metadata_commit (version, committed_by) VALUES (?, ?)")) {
      statement.setLong(1, next.version());
      statement.setString(2, user);
      statement.executeUpdate();
    }
  }

  private static void upsert(
      Connection connection, MetadataSnapshot next, List<MetadataObject> objects)
      throws SQLException {
    String[] types = new String[objects.size()];
    String[] uids = new String[objects.size()];
    Integer[] keys = new Integer[objects.size()];
    String[] documents = new String[objects.size()];
    for (int i = 0; i < objects.size(); i++) {
      MetadataObject object = objects.get(i);
      types[i] = ObjectType.of(object).singular();
      uids[i] = object.uid();
      keys[i] = next.key(object);
      documents[i] = document(object);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO metadata_object (type, uid, key, version, document)
            SELECT o.type, o.uid, o.key, ?, o.document::jsonb
            FROM unnest(?, ?, ?, ?) AS o (type, uid, key, document)
            ON CONFLICT (type, uid) DO UPDATE SET version = excluded.version, document = excluded.document\
            """)) {
      statement.setLong(1, next.version());
      statement.setArray(2, array(connection, "text", types));
      statement.setArray(3, array(connection, "text", uids));
      statement.setArray(4, array(connection, "int", keys));
      statement.setArray(5, array(connection, "text", documents));
      statement.executeUpdate();
    }
  }

  private static Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }

  /** The document of an object, without the character that jsonb cannot hold. */
  private static String document(MetadataObject object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      ObjectWriter.writeBriefly(json, object);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace("\\u0000", "");
  }

  private static void delete(
      Connection connection,
      MetadataSnapshot base,
      List<MetadataObject> objects,
      long version,
      String user)
      throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM metadata_object WHERE type = ? AND uid = ?");
        PreparedStatement note =
            connection.prepareStatement(
                """
                INSERT INTO metadata_deletion (type, uid, key, code, version, deleted_by)
                VALUES (?, ?, ?, ?, ?, ?)\
                """)) {
      for (MetadataObject object : objects) {
        String type = ObjectType.of(object).singular();
        delete.setString(1, type);
        delete.setString(2, object.uid());
        delete.addBatch();
        note.setString(1, type);
        note.setString(2, object.uid());
        note.setInt(3, base.key(object));
        note.setString(4, object.identity().code());
        note.setLong(5, version);
        note.setString(6, user);
        note.addBatch();
      }
      delete.executeBatch();
      note.executeBatch();
    }
  }

  /** Deleted objects, the newest first, of one type or all, since a time or ever. */
  static List<DeletedObject> deleted(
      Connection connection, @Nullable String type, @Nullable LocalDateTime since)
      throws SQLException {
    List<DeletedObject> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT type, uid, code, deleted_at, deleted_by FROM metadata_deletion
            WHERE (?::text IS NULL OR type = ?) AND (?::timestamp IS NULL OR deleted_at >= ?)
            ORDER BY version DESC, uid\
            """)) {
      Timestamp from = since == null ? null : Timestamp.valueOf(since);
      statement.setString(1, type);
      statement.setString(2, type);
      statement.setTimestamp(3, from);
      statement.setTimestamp(4, from);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              new DeletedObject(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getTimestamp(4).toLocalDateTime(),
                  rows.getString(5)));
        }
      }
    }
    return found;
  }
}
