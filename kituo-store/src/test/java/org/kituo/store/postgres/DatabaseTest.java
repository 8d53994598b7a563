package org.kituo.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.kituo.store.folder.StartFailure;

class DatabaseTest {
  @Test
  void isNewTheFirstTimeOnly() {
    DatabaseAddress address = TestPostgres.emptyAddress();
    try (Database first = Database.open(address, 2)) {
      assertThat(first.isNew()).isTrue();
    }
    try (Database second = Database.open(address, 2)) {
      assertThat(second.isNew()).isFalse();
    }
  }

  @Test
  void knowsTheNewestMigration() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/db/migration")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                  .max())
          .hasValue(Database.NEWEST_MIGRATION);
    }
  }

  @Test
  void appliesWhatIsMissing() throws SQLException {
    DatabaseAddress address = TestPostgres.emptyAddress();
    Flyway.configure()
        .dataSource(address.url(), address.user(), address.password())
        .table("kituo_migration")
        .target("15")
        .load()
        .migrate();
    try (Database database = Database.open(address, 2);
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      assertThat(database.isNew()).isFalse();
      assertThat(statement.executeQuery("SELECT * FROM unit_parent").next()).isFalse();
    }
  }

  @Test
  void givesConnectionsThatCommitByThemselves() throws SQLException {
    try (Database database = TestPostgres.freshDatabase();
        var connection = database.dataSource().getConnection()) {
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  void freshDatabasesShareNothing() throws SQLException {
    try (Database one = TestPostgres.freshDatabase();
        Database other = TestPostgres.freshDatabase();
        var inOne = one.dataSource().getConnection().createStatement();
        var inOther = other.dataSource().getConnection().createStatement()) {
      inOne.execute("CREATE TABLE only_in_one (id int)");
      var result = inOther.executeQuery("SELECT to_regclass('only_in_one') IS NULL");
      assertThat(result.next()).isTrue();
      assertThat(result.getBoolean(1)).isTrue();
    }
  }

  @Test
  void saysWhichAddressCannotBeReached() {
    DatabaseAddress wrong = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/no", "u", "secret");
    assertThatThrownBy(() -> Database.open(wrong, 1))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/no")
        .hasMessageNotContaining("secret");
  }

  @Test
  void saysWhenTheAddressIsMalformed() {
    DatabaseAddress wrong = new DatabaseAddress("postgres://localhost/kituo", "u", "p");
    assertThatThrownBy(() -> Database.open(wrong, 1))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("jdbc:postgresql://host:port/name");
  }

  @Test
  void refusesADatabaseThatIsNotUnicode() throws SQLException {
    DatabaseAddress server = TestPostgres.emptyAddress();
    try (Database database = Database.open(server, 1);
        var statement = database.dataSource().getConnection().createStatement()) {
      statement.execute(
          "CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII'"
              + " LOCALE_PROVIDER libc LOCALE 'C'");
    }
    DatabaseAddress ascii =
        new DatabaseAddress(
            server.url().replaceFirst("/[^/]*$", "/ascii"), server.user(), server.password());
    assertThatThrownBy(() -> Database.open(ascii, 1))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("SQL_ASCII");
  }
}
