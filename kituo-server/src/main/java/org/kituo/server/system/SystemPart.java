package org.kituo.server.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.kituo.store.postgres.Database;
import tools.jackson.core.JsonGenerator;

/**
 * The part of an export that says where it comes from.
 *
 * @param systemId the identifier of this installation
 * @param revision the revision of the program
 */
public record SystemPart(String systemId, String revision) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  /** Reads what the database keeps of the installation. */
  public static SystemPart of(Database database) {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT id::text FROM installation");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      String revision = SystemPart.class.getPackage().getImplementationVersion();
      return new SystemPart(rows.getString(1), revision == null ? "development" : revision);
    } catch (SQLException e) {
      throw new IllegalStateException("The installation could not be read: " + e.getMessage(), e);
    }
  }

  /** Writes it under its name. */
  public void write(JsonGenerator json) {
    json.writeName("system");
    json.writeStartObject();
    json.writeStringProperty("id", systemId);
    json.writeStringProperty("rev", revision);
    json.writeStringProperty("version", SystemVersion.API);
    json.writeStringProperty("date", DATE.format(OffsetDateTime.now()));
    json.writeEndObject();
  }
}
