package org.kituo.bench;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kituo.demo.Demo;
import tools.jackson.databind.JsonNode;

/**
 * The demo country in a server, and what questions need to know of it.
 *
 * @param root the unit at the top
 * @param levels the identifiers of the levels, the root's first
 * @param region a unit below the root
 * @param facility a unit of the lowest level
 * @param elements data elements that are summed
 * @param indicators of the country
 */
record Country(
    String root,
    List<String> levels,
    String region,
    String facility,
    List<String> elements,
    List<String> indicators) {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

  /** Makes a country and loads it into a server. */
  static void load(URI base, List<String> sizes, PrintStream progress) {
    List<String> words = new ArrayList<>(List.of("--base", base.toString()));
    words.addAll(sizes);
    if (Demo.run(words, Clock.systemDefaultZone(), progress, progress) != 0) {
      throw new IllegalStateException("The demo country could not be loaded.");
    }
  }

  /** Reads what there is in a server. */
  static Country in(Client client) {
    return new Country(
        ids(client, "organisationUnits?filter=level:eq:1").getFirst(),
        ids(client, "organisationUnitLevels?order=level:asc"),
        ids(client, "organisationUnits?filter=level:eq:2&order=name:asc").getFirst(),
        ids(client, "organisationUnits?filter=level:eq:4&order=name:asc&pageSize=1").getFirst(),
        ids(
            client,
            "dataElements?order=name:asc&paging=false&filter=domainType:eq:AGGREGATE"
                + "&filter=aggregationType:eq:SUM&filter=valueType:in:%5BNUMBER,INTEGER,"
                + "INTEGER_POSITIVE,INTEGER_ZERO_OR_POSITIVE%5D"),
        ids(client, "indicators?order=name:asc&paging=false"));
  }

  private static List<String> ids(Client client, String query) {
    String plural = query.substring(0, query.indexOf('?'));
    JsonNode found = client.get("/api/" + query + "&fields=id").json().path(plural);
    List<String> ids = new ArrayList<>();
    found.forEach(object -> ids.add(object.path("id").asString()));
    if (ids.isEmpty()) {
      throw new IllegalStateException("The server has no " + query);
    }
    return ids;
  }

  /** The last complete months, the oldest first, such as {@code 202406}. */
  static List<String> months(int count) {
    YearMonth last = YearMonth.now(Clock.systemDefaultZone()).minusMonths(1);
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> MONTH.format(last.minusMonths(count - (long) i)))
        .toList();
  }
}
