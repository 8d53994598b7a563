package org.kituo.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the command was asked for. Sizes that were not given are null; see {@link Plan}.
 *
 * @param base address of the server to load, or null to write files
 * @param out folder for the files, or null to load a server
 * @param planted file for the list of planted errors, or null
 */
record Arguments(
    @Nullable URI base,
    String user,
    String password,
    @Nullable Path out,
    @Nullable Path planted,
    @Nullable Integer facilities,
    @Nullable Integer months,
    @Nullable Long values,
    int users,
    long seed,
    YearMonth until) {

  static final String HELP =
      """
      Makes the demo country and loads it through the Web API, or writes it into files.

        --base URL          load the server at this address ...
        --user NAME         ... as this user (admin)
        --password WORD     ... with this password (district)
        --out DIR           write the requests as JSON files instead
        --planted FILE      write the list of planted errors (CSV)
        --facilities N      health facilities, 4 to 250000 (1200)
        --months N          months of figures, 1 to 240 (24)
        --values N          about how many data values, up to 50000000; sets the months if the
                            facilities are given, else the facilities; with both given, only as
                            many facilities report as give that many values
        --users N           data clerks beside the three demo users, 0 to 250000 (0)
        --seed N            another country for another number (1)
        --until YYYYMM      last month of the figures (the last complete month)
        --help              this text
      """;

  private static final Set<String> FLAGS =
      Set.of(
          "--base",
          "--user",
          "--password",
          "--out",
          "--planted",
          "--facilities",
          "--months",
          "--values",
          "--users",
          "--seed",
          "--until");

  private static final int MOST_UNITS = 250_000;
  private static final int MOST_USERS = 250_000;
  private static final int MOST_MONTHS = 240;
  private static final long MOST_VALUES = 50_000_000;
  private static final int FEWEST_FACILITIES = 4;

  /** The command line cannot be understood; the message lists every reason. */
  static final class Wrong extends IllegalArgumentException {
    Wrong(List<String> problems) {
      super(String.join("\n", problems));
    }
  }

  /**
   * Reads a command line.
   *
   * @param lastMonth the last complete month, the default of {@code --until}
   * @throws Wrong listing everything that is wrong
   */
  static Arguments parse(List<String> words, YearMonth lastMonth) {
    return new Parser(words).read(lastMonth);
  }

  private static final class Parser {
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> given = new HashMap<>();

    Parser(List<String> words) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < words.size(); i += 2) {
        String flag = words.get(i);
        if (!FLAGS.contains(flag)) {
          problems.add("unknown flag: " + flag);
          i--;
        } else if (i + 1 == words.size()) {
          problems.add(flag + " needs a value");
        } else if (!seen.add(flag)) {
          problems.add(flag + " is given twice");
        } else {
          given.put(flag, words.get(i + 1));
        }
      }
    }

    Arguments read(YearMonth lastMonth) {
      URI base = value("--base", Parser::address, "an address such as http://localhost:8080");
      Path out = value("--out", Path::of, "a folder");
      if (problems.isEmpty() && (base == null) == (out == null)) {
        problems.add("give either --base URL or --out DIR");
      }
      Long facilities = whole("--facilities", FEWEST_FACILITIES, MOST_UNITS);
      Long months = whole("--months", 1, MOST_MONTHS);
      Long values = whole("--values", 1, MOST_VALUES);
      Long users = whole("--users", 0, MOST_USERS);
      Long seed = whole("--seed", Long.MIN_VALUE, Long.MAX_VALUE);
      YearMonth until = value("--until", Parser::month, "a month such as 202406");
      Path planted = value("--planted", Path::of, "a file");
      if (!problems.isEmpty()) {
        throw new Wrong(problems);
      }
      return new Arguments(
          base,
          given.getOrDefault("--user", "admin"),
          given.getOrDefault("--password", "district"),
          out,
          planted,
          facilities == null ? null : Math.toIntExact(facilities),
          months == null ? null : Math.toIntExact(months),
          values,
          users == null ? 0 : Math.toIntExact(users),
          seed == null ? 1 : seed,
          until == null ? lastMonth : until);
    }

    private static URI address(String text) {
      URI uri = URI.create(text);
      if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
        throw new IllegalArgumentException(text);
      }
      return uri;
    }

    private static YearMonth month(String text) {
      if (!text.matches("\\d{6}")) {
        throw new IllegalArgumentException(text);
      }
      return YearMonth.of(
          Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4)));
    }

    private @Nullable Long whole(String flag, long low, long high) {
      return value(
          flag,
          text -> {
            long number = Long.parseLong(text);
            if (number < low || number > high) {
              throw new IllegalArgumentException(text);
            }
            return number;
          },
          "a whole number from " + low + " to " + high);
    }

    private <T> @Nullable T value(String flag, Function<String, T> read, String expected) {
      String text = given.get(flag);
      if (text == null) {
        return null;
      }
      try {
        return read.apply(text);
      } catch (IllegalArgumentException | DateTimeException e) {
        problems.add(flag + " must be " + expected + ", not " + text);
        return null;
      }
    }
  }
}
