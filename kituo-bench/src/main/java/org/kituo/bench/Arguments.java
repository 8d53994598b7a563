package org.kituo.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the command was asked for.
 *
 * @param built the folder with the built server
 * @param work a folder for data, which is empty
 * @param packages the folder with metadata packages, where there is one
 * @param dhis2 a fresh DHIS2 for the same work, where there is one
 * @param suites what to measure
 * @param facilities of the country
 * @param months of its figures
 * @param values that are created in bulk
 * @param units organisation units of the large system
 * @param users of the large system
 * @param seconds for which the clients ask questions
 * @param clients that ask at the same time
 */
record Arguments(
    Path built,
    Path work,
    Optional<Path> packages,
    Optional<URI> dhis2,
    List<Suite> suites,
    int facilities,
    int months,
    int values,
    int units,
    int users,
    int seconds,
    int clients) {

  /** What can be measured, each on a fresh server. */
  enum Suite {
    PACKAGES,
    COUNTRY,
    SCALE
  }

  static final String HELP =
      """
      Measures Kituo against its bars. Each suite gets a fresh server of its own.

        --suites A,B       packages: metadata packages and organisation units are imported
                           country:  the demo country; start, memory, figures, analytics
                           scale:    lists, references and changes with many units and users
                           (all three)
        --facilities N     of the country (400)
        --months N         of its figures (12)
        --values N         created in bulk (500000)
        --units N          of the large system, up to 250000 (20000)
        --users N          of the large system, up to 250000 (20000)
        --clients N        that ask questions at the same time (8)
        --seconds N        for which they ask (10)
        --packages DIR     metadata packages (../shared/packages, if there)
        --dhis2 URL        the same work on a fresh DHIS2, admin/district: one suite only
        --micro PATTERN    run the JMH benchmarks that match instead
        --help             this text

      The bars of the architecture page: --facilities 4700 --months 24 --units 250000 --users 250000
      """;

  private static final List<String> FLAGS =
      List.of(
          "--built",
          "--work",
          "--suites",
          "--facilities",
          "--months",
          "--values",
          "--units",
          "--users",
          "--clients",
          "--seconds",
          "--packages",
          "--dhis2");

  /** The command line cannot be understood. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static Arguments parse(List<String> words) throws Wrong {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      if (!FLAGS.contains(words.get(i))) {
        throw new Wrong("There is no option " + words.get(i) + "; --help lists them.");
      }
      if (i + 1 == words.size()) {
        throw new Wrong("The option " + words.get(i) + " needs a value.");
      }
      given.put(words.get(i), words.get(i + 1));
    }
    try {
      return of(given);
    } catch (IllegalArgumentException e) {
      throw new Wrong("An option has no valid value: " + e.getMessage());
    }
  }

  private static Arguments of(Map<String, String> given) throws Wrong {
    List<Suite> suites =
        Arrays.stream(given.getOrDefault("--suites", "packages,country,scale").split(","))
            .map(name -> Suite.valueOf(name.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toList());
    Optional<URI> dhis2 = Optional.ofNullable(given.get("--dhis2")).map(URI::create);
    if (dhis2.isPresent() && suites.size() > 1) {
      throw new Wrong("A DHIS2 is fresh only once: name one of the --suites.");
    }
    return new Arguments(
        Path.of(required(given, "--built")),
        Path.of(required(given, "--work")),
        Optional.ofNullable(given.get("--packages")).map(Path::of),
        dhis2,
        suites,
        whole(given, "--facilities", 400),
        whole(given, "--months", 12),
        whole(given, "--values", 500_000),
        whole(given, "--units", 20_000),
        whole(given, "--users", 20_000),
        whole(given, "--seconds", 10),
        whole(given, "--clients", 8));
  }

  private static String required(Map<String, String> given, String flag) throws Wrong {
    String value = given.get(flag);
    if (value == null) {
      throw new Wrong("The option " + flag + " is missing; scripts/bench sets it.");
    }
    return value;
  }

  private static int whole(Map<String, String> given, String flag, int standard) {
    return given.containsKey(flag) ? Integer.parseInt(given.get(flag)) : standard;
  }
}
