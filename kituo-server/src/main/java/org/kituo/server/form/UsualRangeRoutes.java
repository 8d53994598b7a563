package org.kituo.server.form;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.CsvLines;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.EntryReader.UnreadableBodyException;
import org.kituo.data.form.RangeEntry;
import org.kituo.data.form.UsualRanges;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.http.Answers;
import org.kituo.server.http.JsonRows;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.form.UsualRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The usual ranges of figures, "min-max values" to clients. */
public final class UsualRangeRoutes {
  private final UsualRanges ranges;
  private final DoubleSupplier deviations;

  /**
   * Routes over ranges.
   *
   * @param deviations how many standard deviations a computed range is wide on either side
   */
  public UsualRangeRoutes(UsualRanges ranges, DoubleSupplier deviations) {
    this.ranges = ranges;
    this.deviations = deviations;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    String list = "/api/minMaxDataElements";
    String entry = "/api/dataEntry/minMaxValues";
    return route(GET(list), this::list)
        .and(route(POST(list), setting(this::setOne)))
        .and(route(DELETE(list), setting(this::deleteBody)))
        .and(route(POST(list + "/upsert"), setting(this::upsert)))
        .and(route(POST(list + "/delete"), setting(this::deleteAll)))
        .and(route(POST(list + "/values"), generating(this::generate)))
        .and(route(DELETE(list + "/{ou}"), generating(this::forget)))
        .and(route(POST("/api/minMaxValues"), generating(this::generate)))
        .and(route(DELETE("/api/minMaxValues/{ou}"), generating(this::forget)))
        .and(route(POST(entry), setting(this::enter)))
        .and(route(DELETE(entry), setting(this::deleteEntry)));
  }

  @FunctionalInterface
  private interface Route {
    ServerResponse answer(ServerRequest request)
        throws SQLException, IOException, DataValueException;
  }

  private static HandlerFunction<ServerResponse> setting(Route route) {
    return requiring("F_MINMAX_DATAELEMENT_ADD", route);
  }

  private static HandlerFunction<ServerResponse> generating(Route route) {
    return requiring("F_GENERATE_MIN_MAX_VALUES", route);
  }

  private static HandlerFunction<ServerResponse> requiring(String authority, Route route) {
    return request -> {
      CurrentUser.require(CurrentUser.actor(request), authority);
      try {
        return route.answer(request);
      } catch (DataValueException e) {
        throw DataValueRequests.problem(e);
      }
    };
  }

  private ServerResponse list(ServerRequest request) throws SQLException {
    CurrentUser.actor(request);
    UsualRanges.Found found = ranges.all();
    JsonRows rows =
        JsonRows.of(request, found.ranges().stream().map(r -> row(r, found.snapshot())).toList());
    return Answers.json(json -> {
      json.writeStartObject();
      rows.pager(json);
      rows.rows(json, "minMaxDataElements", "*");
      json.writeEndObject();
    });
  }

  private static ObjectNode row(UsualRange range, MetadataSnapshot snapshot) {
    ObjectNode row = JsonRows.row();
    row.set("dataElement", reference(DataElement.class, range.key().dataElement(), snapshot));
    row.set("source", reference(OrganisationUnit.class, range.key().orgUnit(), snapshot));
    int combo = range.key().categoryOptionCombo();
    row.set("optionCombo", reference(CategoryOptionCombo.class, combo, snapshot));
    row.put("min", range.least());
    row.put("max", range.most());
    row.put("generated", range.generated());
    return row;
  }

  private static ObjectNode reference(
      Class<? extends MetadataObject> type, int key, MetadataSnapshot snapshot) {
    MetadataObject object = snapshot.byKey(type, key);
    return JsonRows.reference(object == null ? null : object.uid());
  }

  private ServerResponse setOne(ServerRequest request) throws SQLException, DataValueException {
    ranges.set(null, List.of(object(Requests.json(request))), false);
    return ServerResponse.status(HttpStatus.CREATED).build();
  }

  private ServerResponse deleteBody(ServerRequest request) throws SQLException, DataValueException {
    ranges.delete(object(Requests.json(request)));
    return ServerResponse.noContent().build();
  }

  /** A range in the shape of the list. */
  private static RangeEntry object(JsonNode body) {
    return new RangeEntry(
        text(body.path("dataElement").path("id")),
        text(body.path("source").path("id")),
        text(body.path("optionCombo").path("id")),
        integer(body.path("min")),
        integer(body.path("max")),
        body.path("generated").asBoolean(false));
  }

  private ServerResponse upsert(ServerRequest request)
      throws SQLException, IOException, DataValueException {
    Bulk bulk = bulk(request);
    ranges.set(bulk.dataSet(), bulk.entries(), true);
    return counted("Successfully imported %d min-max values", bulk.entries().size());
  }

  private ServerResponse deleteAll(ServerRequest request)
      throws SQLException, IOException, DataValueException {
    Bulk bulk = bulk(request);
    return counted(
        "Successfully deleted %d min-max values", ranges.deleteAll(bulk.dataSet(), bulk.entries()));
  }

  private static ServerResponse counted(String message, int count) {
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("message", message.formatted(count));
      json.writeNumberProperty("successful", count);
      json.writeNumberProperty("ignored", 0);
      json.writeEndObject();
    });
  }

  private record Bulk(@Nullable String dataSet, List<RangeEntry> entries) {}

  private static Bulk bulk(ServerRequest request) throws IOException {
    String type = request.headers().firstHeader("Content-Type");
    if (type != null && type.toLowerCase(Locale.ROOT).contains("csv")) {
      try (InputStream body = DataValueRequests.body(request)) {
        return new Bulk(Requests.text(request, "dataSet"), csv(body));
      } catch (UnreadableBodyException e) {
        throw Problem.badRequest(null, String.valueOf(e.getMessage()));
      }
    }
    JsonNode body = Requests.json(request);
    return new Bulk(
        text(body.path("dataSet")),
        body.path("values").valueStream().map(UsualRangeRoutes::entry).toList());
  }

  private static List<RangeEntry> csv(InputStream body)
      throws IOException, UnreadableBodyException {
    CsvLines lines = CsvLines.of(body, StandardCharsets.UTF_8);
    List<String> header = new ArrayList<>();
    List<RangeEntry> entries = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    while (lines.next(fields)) {
      if (header.isEmpty()) {
        fields.forEach(name -> header.add(name.strip().toLowerCase(Locale.ROOT)));
        continue;
      }
      ObjectNode row = JsonRows.row();
      for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
        row.put(header.get(i), fields.get(i));
      }
      entries.add(
          new RangeEntry(
              text(row.path("dataelement")),
              text(row.path("orgunit")),
              text(
                  row.has("optioncombo")
                      ? row.path("optioncombo")
                      : row.path("categoryoptioncombo")),
              integer(row.path("minvalue")),
              integer(row.path("maxvalue")),
              null));
    }
    return entries;
  }

  private ServerResponse enter(ServerRequest request) throws SQLException, DataValueException {
    ranges.set(null, List.of(entry(Requests.json(request, HttpStatus.BAD_REQUEST))), false);
    return ServerResponse.ok().build();
  }

  private ServerResponse deleteEntry(ServerRequest request)
      throws SQLException, DataValueException {
    ranges.delete(
        Requests.text(request, "de") == null
            ? entry(Requests.json(request, HttpStatus.BAD_REQUEST))
            : new RangeEntry(
                Requests.text(request, "de"),
                Requests.text(request, "ou"),
                Requests.text(request, "co"),
                null,
                null,
                null));
    return ServerResponse.noContent().build();
  }

  /** A range in the shape of data entry. */
  private static RangeEntry entry(JsonNode body) {
    return new RangeEntry(
        text(body.path("dataElement")),
        text(body.path("orgUnit")),
        text(body.has("optionCombo") ? body.path("optionCombo") : body.path("categoryOptionCombo")),
        integer(body.path("minValue")),
        integer(body.path("maxValue")),
        body.path("generated").isBoolean() ? body.path("generated").asBoolean() : null);
  }

  private ServerResponse generate(ServerRequest request) throws SQLException, DataValueException {
    JsonNode body = Requests.json(request);
    ranges.generate(
        body.path("dataSets").valueStream().map(JsonNode::asString).toList(),
        Objects.requireNonNullElse(text(body.path("organisationUnit")), ""),
        deviations.getAsDouble());
    return ServerResponse.noContent().build();
  }

  private ServerResponse forget(ServerRequest request) throws SQLException, DataValueException {
    List<String> sets =
        Requests.texts(request, "ds").stream()
            .flatMap(text -> Arrays.stream(text.split(",", -1)))
            .toList();
    ranges.forget(sets, request.pathVariable("ou"));
    return ServerResponse.noContent().build();
  }

  private static @Nullable String text(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asString();
  }

  private static @Nullable Integer integer(JsonNode node) {
    String text = text(node);
    try {
      return text == null || text.isBlank() ? null : Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw Problem.badRequest(null, "Value '" + text + "' is not a whole number");
    }
  }
}
