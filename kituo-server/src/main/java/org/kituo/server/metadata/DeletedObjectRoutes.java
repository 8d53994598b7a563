package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.metadata.DeletedObject;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** The objects that were deleted, for systems that keep copies: {@code /api/deletedObjects}. */
public final class DeletedObjectRoutes {
  private static final int PAGE_SIZE = 50;

  private final MetadataWriter writer;

  /** Routes over what a writer deleted. */
  public DeletedObjectRoutes(MetadataWriter writer) {
    this.writer = writer;
  }

  /** The route. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/deletedObjects"), this::list);
  }

  private ServerResponse list(ServerRequest request) {
    List<String> klasses = Requests.texts(request, "klass");
    List<DeletedObject> found =
        writer.deleted(null, since(request)).stream()
            .filter(o -> klasses.isEmpty() || klasses.contains(klass(o)))
            .filter(named(request, "uid", DeletedObject::uid))
            .filter(named(request, "code", DeletedObject::code))
            .toList();
    boolean paged =
        Requests.flag(request, "paging", true) && !Requests.flag(request, "skipPaging", false);
    int size = Math.max(1, Requests.integer(request, "pageSize", PAGE_SIZE));
    int page = Math.max(1, Requests.integer(request, "page", 1));
    List<DeletedObject> shown =
        paged ? found.stream().skip((page - 1L) * size).limit(size).toList() : found;
    List<String> fields = fields(request);
    return Answers.json(json -> {
      json.writeStartObject();
      if (paged) {
        pager(json, page, size, found.size());
      }
      json.writeName("deletedObjects");
      json.writeStartArray();
      shown.forEach(object -> write(json, object, fields));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void pager(JsonGenerator json, int page, int size, int total) {
    json.writeName("pager");
    json.writeStartObject();
    json.writeNumberProperty("page", page);
    json.writeNumberProperty("total", total);
    json.writeNumberProperty("pageSize", size);
    json.writeNumberProperty("pageCount", (total + size - 1) / size);
    json.writeEndObject();
  }

  private static @Nullable LocalDateTime since(ServerRequest request) {
    String text = Requests.text(request, "deletedAt");
    LocalDateTime since = text == null ? null : Dates.parse(text);
    if (text != null && since == null) {
      throw Problem.badRequest(
          null,
          "Value '%s' is not valid for parameter deletedAt. It should be of type Date"
              .formatted(text));
    }
    return since;
  }

  private static Predicate<DeletedObject> named(
      ServerRequest request,
      String parameter,
      java.util.function.Function<DeletedObject, @Nullable String> value) {
    List<String> wanted = Requests.texts(request, parameter);
    return object -> wanted.isEmpty() || wanted.contains(value.apply(object));
  }

  private static List<String> fields(ServerRequest request) {
    String fields = String.join(",", Requests.texts(request, "fields"));
    boolean all = fields.isEmpty() || fields.equals("*") || fields.startsWith(":");
    return all
        ? List.of("klass", "uid", "code", "deletedAt", "deletedBy")
        : Arrays.asList(fields.split(","));
  }

  private static void write(JsonGenerator json, DeletedObject object, List<String> fields) {
    json.writeStartObject();
    for (String field : fields) {
      String value =
          switch (field) {
            case "klass" -> klass(object);
            case "uid" -> object.uid();
            case "code" -> object.code();
            case "deletedAt" -> Dates.format(object.deletedAt());
            case "deletedBy" -> object.deletedBy();
            default -> null;
          };
      if (value != null) {
        json.writeStringProperty(field, value);
      }
    }
    json.writeEndObject();
  }

  private static String klass(DeletedObject object) {
    ObjectType<?> type = MetadataTypes.bySingular(object.type());
    return type == null ? object.type() : type.simpleKlass();
  }
}
