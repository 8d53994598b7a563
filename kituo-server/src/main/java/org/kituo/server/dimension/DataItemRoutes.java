package org.kituo.server.dimension;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kituo.model.query.FieldSpec;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.JsonFields;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Page;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** One list of all that analytics can be asked for: {@code /api/dataItems}. */
public final class DataItemRoutes {
  private final Views views;

  private enum Junction {
    AND,
    OR
  }

  /** Routes over views. */
  public DataItemRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/dataItems"), this::list);
  }

  private ServerResponse list(ServerRequest request) {
    View view = views.of(request);
    DataItemFilters filters = DataItemFilters.parse(Requests.texts(request, "filter"));
    boolean any = Requests.constant(request, "rootJunction", Junction.AND) == Junction.OR;
    List<ObjectNode> found =
        new ArrayList<>(
            DataItems.of(view, CurrentUser.actor(request), filters.types()).stream()
                .filter(i -> filters.test(i, any))
                .toList());
    found.sort(order(request));
    Page page =
        Requests.flag(request, "paging", true)
            ? Page.of(request, found.size(), Integer.MAX_VALUE)
            : null;
    List<FieldSpec> fields =
        FieldsParser.parse(String.join(",", Requests.texts(request, "fields")));
    return Answers.json(json -> {
      json.writeStartObject();
      if (page != null) {
        page.write(json, request, view.apiUrl(), true);
      }
      json.writeName("dataItems");
      json.writeStartArray();
      (page == null ? found : page.of(found))
          .forEach(i -> json.writeTree(JsonFields.of(i, fields)));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** By the properties asked for, else by displayed name; regardless of case. */
  private static Comparator<ObjectNode> order(ServerRequest request) {
    List<String> given = Requests.texts(request, "order");
    String order = given.isEmpty() ? "displayName" : String.join(",", given);
    Comparator<ObjectNode> comparator = null;
    for (String part : order.split(",")) {
      String name = part.replaceFirst(":.*", "").strip();
      Comparator<ObjectNode> next =
          Comparator.comparing(i -> i.path(name).asString("").toLowerCase(Locale.ROOT));
      next = part.toLowerCase(Locale.ROOT).endsWith("desc") ? next.reversed() : next;
      comparator = comparator == null ? next : comparator.thenComparing(next);
    }
    Comparator<ObjectNode> byId = Comparator.comparing(i -> i.path("id").asString(""));
    return comparator == null ? byId : comparator.thenComparing(byId);
  }
}
