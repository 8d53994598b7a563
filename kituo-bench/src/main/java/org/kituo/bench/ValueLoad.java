package org.kituo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kituo.bench.Measurement.Unit;
import tools.jackson.databind.JsonNode;

/**
 * Creates figures for a data set of its own, assigned to facilities that were always open, in
 * requests of 50,000 as an integration sends them.
 */
final class ValueLoad {
  private static final int ELEMENTS = 50;
  private static final int MONTHS = 24;
  private static final int BATCH = 50_000;
  private static final String DATA_SET = "BenchSet001";

  private final Client client;
  private final List<String> elements;
  private final List<String> facilities = new ArrayList<>();

  ValueLoad(Client client, Country country) {
    this.client = client;
    this.elements = IntStream.range(0, ELEMENTS).mapToObj("BenchEl%04d"::formatted).toList();
    client
        .get(
            "/api/organisationUnits?fields=id&pageSize=1000&order=name:asc&filter=level:eq:"
                + country.levels().size()
                + "&filter=closedDate:null&filter=openingDate:lt:2015-01-01")
        .json()
        .path("organisationUnits")
        .forEach(unit -> facilities.add(unit.path("id").asString()));
    makeDataSet();
  }

  private void makeDataSet() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (String id : elements) {
      objects.add(
          Map.of(
              "id",
              id,
              "name",
              id,
              "shortName",
              id,
              "valueType",
              "INTEGER_ZERO_OR_POSITIVE",
              "aggregationType",
              "SUM",
              "domainType",
              "AGGREGATE"));
    }
    Map<String, Object> set =
        Map.of(
            "id",
            DATA_SET,
            "name",
            DATA_SET,
            "shortName",
            DATA_SET,
            "periodType",
            "Monthly",
            "dataSetElements",
            elements.stream().map(id -> Map.of("dataElement", Map.of("id", id))).toList(),
            "organisationUnits",
            facilities.stream().map(id -> Map.of("id", id)).toList());
    client.post("/api/metadata", Map.of("dataElements", objects, "dataSets", List.of(set)));
  }

  /** Creates about so many figures. */
  Measurement run(int wanted) {
    long sent = 0;
    double seconds = 0;
    StringBuilder body = new StringBuilder();
    int inBody = 0;
    for (String month : Country.months(MONTHS)) {
      for (String element : elements) {
        for (String facility : facilities) {
          append(body, element, month, facility, (sent + inBody) % 400);
          inBody++;
          if (inBody == BATCH) {
            seconds += send(body);
            sent += inBody;
            inBody = 0;
          }
          if (sent >= wanted) {
            return rate(sent, seconds);
          }
        }
      }
    }
    if (inBody > 0) {
      seconds += send(body);
    }
    return rate(sent + inBody, seconds);
  }

  private static void append(
      StringBuilder body, String element, String month, String facility, long value) {
    body.append(body.isEmpty() ? "{\"dataSet\":\"" + DATA_SET + "\",\"dataValues\":[" : ",");
    body.append(
        "{\"dataElement\":\"%s\",\"period\":\"%s\",\"orgUnit\":\"%s\",\"value\":\"%d\"}"
            .formatted(element, month, facility, value));
  }

  /**
   * Writes so many figures in one request, each round with other values; not the one that {@link
   * #save} saves.
   */
  void rewrite(int count, int round) {
    StringBuilder body = new StringBuilder();
    String month = Country.months(1).getFirst();
    for (int i = 0; i < count; i++) {
      String element = elements.get(1 + i / facilities.size());
      append(body, element, month, facilities.get(i % facilities.size()), (round + i) % 400);
    }
    send(body);
  }

  private double send(StringBuilder body) {
    byte[] bytes = body.append("]}").toString().getBytes(UTF_8);
    body.setLength(0);
    Client.Answer answer = client.post("/api/dataValueSets", bytes);
    JsonNode summary = answer.json();
    JsonNode counts = summary.path("response").path("importCount");
    if (counts.path("ignored").asInt(0) > 0) {
      throw new IllegalStateException("Figures were refused: " + summary);
    }
    return answer.seconds();
  }

  private static Measurement rate(long values, double seconds) {
    return Measurement.atLeast(
        "data values, sustained create", values / seconds, Unit.PER_SECOND, 50_000);
  }

  /** Saves a figure as a form does. */
  void save(String value) {
    client.post(
        "/api/dataValues",
        Map.of(
            "dataElement",
            elements.getFirst(),
            "period",
            Country.months(1).getFirst(),
            "orgUnit",
            facilities.getFirst(),
            "value",
            value));
  }

  /** What analytics says of the figure that {@link #save} saves; empty for nothing. */
  String asked() {
    JsonNode grid =
        client
            .get(
                "/api/analytics?skipMeta=true&dimension=dx:%s&dimension=pe:%s&dimension=ou:%s"
                    .formatted(
                        elements.getFirst(), Country.months(1).getFirst(), facilities.getFirst()))
            .json();
    JsonNode value = grid.path("rows").path(0).path(3);
    return value.isMissingNode() ? "" : value.asString().replaceAll("\\.0$", "");
  }
}
