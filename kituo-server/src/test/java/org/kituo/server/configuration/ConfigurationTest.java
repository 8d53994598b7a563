package org.kituo.server.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  @TempDir Path folder;

  @Test
  void hasAStandardForEverything() throws Exception {
    Configuration configuration = Configuration.read(List.of(), Map.of("PATH", "/bin"));
    assertThat(configuration.port()).isEqualTo(8080);
    assertThat(configuration.bind()).isEqualTo("127.0.0.1");
    assertThat(configuration.data()).isEqualTo(Path.of("data"));
    assertThat(configuration.database()).isEmpty();
    assertThat(configuration.empty()).isFalse();
    assertThat(configuration.baseUrl()).isEmpty();
  }

  @Test
  void aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws Exception {
    Files.writeString(
        folder.resolve("kituo.conf"), "port = 1\nbind = file\ndatabase-connections = 3\n", UTF_8);
    Configuration configuration =
        Configuration.read(
            List.of("--data", folder.toString(), "--port=3", "--empty"),
            Map.of("KITUO_PORT", "2", "KITUO_BIND", "environment"));
    assertThat(configuration.port()).isEqualTo(3);
    assertThat(configuration.bind()).isEqualTo("environment");
    assertThat(configuration.databaseConnections()).isEqualTo(3);
    assertThat(configuration.empty()).isTrue();
  }

  @Test
  void readsAnExternalDatabase() throws Exception {
    Configuration configuration =
        Configuration.read(
            List.of("--database-url", "jdbc:postgresql://db/kituo", "--database-user", "u"),
            Map.of("KITUO_DATABASE_PASSWORD", "secret"));
    assertThat(configuration.database())
        .hasValueSatisfying(address -> {
          assertThat(address.url()).isEqualTo("jdbc:postgresql://db/kituo");
          assertThat(address.user()).isEqualTo("u");
          assertThat(address.password()).isEqualTo("secret");
        });
    assertThat(configuration.toString()).doesNotContain("secret");
  }

  @Test
  void theDocumentationTellsEveryKeyAndNoOther() throws Exception {
    String page = Files.readString(Path.of("../docs/configuration.md"), UTF_8);
    assertThat(names(page, "^\\| `([a-z-]+)` \\|"))
        .containsExactlyInAnyOrderElementsOf(names(Configuration.help(), "^  --([a-z-]+)"));
  }

  private static List<String> names(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void dropsTheSlashAtTheEndOfTheBaseUrl() throws Exception {
    assertThat(Configuration.read(List.of("--base-url", "https://h/dhis/"), Map.of()).baseUrl())
        .contains(URI.create("https://h/dhis"));
  }

  @Test
  void namesEveryProblemAtOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("own.conf"), "prot = 80\nempty = maybe\n", UTF_8);
    List<String> problems =
        problems(
            List.of("--prot", "80", "--config", file.toString(), "--bind"),
            Map.of("KITUO_PORT", "eighty", "KITUO_HOME", "/x", "KITUO_DATABASE_USER", "u"));
    assertThat(problems)
        .containsExactlyInAnyOrder(
            "There is no option --prot; --help lists them.",
            "The option --bind needs a value: ADDRESS.",
            "There is no setting for the environment variable KITUO_HOME.",
            "There is no setting 'prot', which is in " + file + ".",
            "The environment variable KITUO_PORT must be a whole number from 0 to 65535,"
                + " not 'eighty'.",
            "The setting 'empty' in " + file + " must be true or false, not 'maybe'.",
            "database-user and database-password mean an external database, so they need"
                + " database-url.");
  }

  @Test
  void refusesMalformedAddresses() {
    assertThat(problems(List.of("--base-url", "hmis.example.org"), Map.of()))
        .containsExactly(
            "The option --base-url must be an address such as https://hmis.example.org/dhis,"
                + " not 'hmis.example.org'.");
    assertThat(problems(List.of("--database-url", "mysql://db"), Map.of()))
        .containsExactly(
            "The option --database-url must be of the form jdbc:postgresql://host:port/name,"
                + " not 'mysql://db'.");
    assertThat(problems(List.of("--config", "/no/such.conf"), Map.of()))
        .singleElement()
        .asString()
        .contains("/no/such.conf cannot be read");
    assertThat(problems(List.of("--web", folder.toString()), Map.of()))
        .containsExactly("There is no index.html in " + folder + " (web).");
  }

  @Test
  void theHelpTextShowsEveryOptionWithItsStandard() {
    assertThat(Configuration.help())
        .contains("--port PORT", "[8080]", "--empty", "--database-url URL", "--config FILE");
    assertThat(Configuration.help().lines()).hasSizeLessThan(30);
  }

  private static List<String> problems(List<String> arguments, Map<String, String> environment) {
    return catchThrowableOfType(
            ConfigurationProblems.class, () -> Configuration.read(arguments, environment))
        .problems();
  }
}
