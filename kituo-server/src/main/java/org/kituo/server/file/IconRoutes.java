package org.kituo.server.file;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.model.query.FieldSpec;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.JsonFields;
import org.kituo.model.schema.Dates;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.file.BuiltInIcons.BuiltInIcon;
import org.kituo.server.http.Answers;
import org.kituo.server.http.BaseUrl;
import org.kituo.server.http.Page;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.file.CustomIcon;
import org.kituo.store.file.CustomIconTable;
import org.kituo.store.file.FileTable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Icons for objects: those that every server has, and those that users add. */
public final class IconRoutes {
  private static final String PATH = "/api/icons";
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

  private final BuiltInIcons builtIn;
  private final CustomIconTable custom;
  private final FileTable files;
  private final BaseUrl baseUrl;

  private enum Kind {
    ALL,
    DEFAULT,
    CUSTOM
  }

  /**
   * An icon as lists show it.
   *
   * @param words what a search looks in, in small letters
   */
  private record Icon(String key, List<String> keywords, String words, ObjectNode json) {}

  /**
   * @param web the folder of the web application, which has the built-in icons
   */
  public IconRoutes(Optional<Path> web, CustomIconTable custom, FileTable files, BaseUrl baseUrl) {
    this.builtIn = new BuiltInIcons(web);
    this.custom = custom;
    this.files = files;
    this.baseUrl = baseUrl;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET(PATH), this::list)
        .and(route(POST(PATH), this::add))
        .and(route(GET(PATH + "/{key}"), this::one))
        .and(route(GET(PATH + "/{key}/icon"), this::picture))
        .and(route(GET(PATH + "/{key}/icon.svg"), this::picture))
        .and(route(PUT(PATH + "/{key}"), this::change))
        .and(route(DELETE(PATH + "/{key}"), this::remove));
  }

  private ServerResponse list(ServerRequest request) {
    List<Icon> found = icons(request).stream().filter(fits(request)).toList();
    boolean paged = Requests.flag(request, "paging", true);
    Page page = Page.of(request, found.size(), Integer.MAX_VALUE);
    List<FieldSpec> fields = fields(request);
    return Answers.json(json -> {
      json.writeStartObject();
      if (paged) {
        page.write(json, request, baseUrl.api(request), true);
      }
      json.writeName("icons");
      json.writeStartArray();
      (paged ? page.of(found) : found)
          .forEach(icon -> json.writeTree(JsonFields.of(icon.json(), fields)));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static List<FieldSpec> fields(ServerRequest request) {
    return FieldsParser.parse(String.join(",", Requests.texts(request, "fields")));
  }

  private List<Icon> icons(ServerRequest request) {
    Kind kind = Requests.constant(request, "type", Kind.ALL);
    String api = baseUrl.api(request);
    List<Icon> icons = new ArrayList<>();
    if (kind != Kind.CUSTOM) {
      builtIn.all().forEach(icon -> icons.add(of(icon, api)));
    }
    if (kind != Kind.DEFAULT) {
      custom.all().forEach(icon -> icons.add(of(icon, api)));
    }
    return icons;
  }

  /** Whether an icon is one of the named, has all the keywords, and has the text in its words. */
  private static Predicate<Icon> fits(ServerRequest request) {
    Set<String> keys = listed(request, "keys");
    Set<String> keywords = listed(request, "keywords");
    String search = Requests.text(request, "search");
    String text = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
    return icon ->
        (keys.isEmpty() || keys.contains(icon.key()))
            && icon.keywords().containsAll(keywords)
            && icon.words().contains(text);
  }

  private static Set<String> listed(ServerRequest request, String parameter) {
    Set<String> texts = new LinkedHashSet<>();
    Requests.texts(request, parameter).forEach(t -> texts.addAll(Arrays.asList(t.split(","))));
    return texts;
  }

  private static Icon of(BuiltInIcon icon, String api) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("key", icon.key()).put("description", icon.title()).putArray("keywords");
    json.put("custom", false).put("href", api + "/icons/" + icon.key() + "/icon.svg");
    return new Icon(icon.key(), List.of(), icon.words(), json);
  }

  private static Icon of(CustomIcon icon, String api) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("key", icon.key()).put("description", icon.description());
    ArrayNode keywords = json.putArray("keywords");
    icon.keywords().forEach(keywords::add);
    json.put("custom", true).put("created", Dates.format(icon.created()));
    json.put("lastUpdated", Dates.format(icon.lastUpdated()));
    json.putObject("createdBy").put("id", icon.createdBy());
    json.putObject("fileResource").put("id", icon.file());
    json.put("href", api + "/icons/" + icon.key() + "/icon");
    String words = icon.key() + "\n" + icon.description() + "\n" + icon.keywords();
    return new Icon(icon.key(), icon.keywords(), words.toLowerCase(Locale.ROOT), json);
  }

  private ServerResponse one(ServerRequest request) {
    String key = request.pathVariable("key");
    String api = baseUrl.api(request);
    ObjectNode icon =
        builtIn
            .find(key)
            .map(i -> of(i, api))
            .or(() -> customIcon(key).map(i -> of(i, api)))
            .map(Icon::json)
            .orElseThrow(() -> missing(key));
    return Answers.json(json -> json.writeTree(JsonFields.of(icon, fields(request))));
  }

  private Optional<CustomIcon> customIcon(String key) {
    return custom.all().stream().filter(i -> i.key().equals(key)).findFirst();
  }

  private static Problem missing(String key) {
    return Problem.notFound("Icon with id " + key + " could not be found.");
  }

  private ServerResponse picture(ServerRequest request) {
    String key = request.pathVariable("key");
    ServerResponse.BodyBuilder answer =
        ServerResponse.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate());
    Optional<BuiltInIcon> icon = builtIn.find(key);
    if (icon.isPresent()) {
      return answer.contentType(SVG).body(icon.get().svg().getBytes(StandardCharsets.UTF_8));
    }
    CustomIcon own = customIcon(key).orElseThrow(() -> missing(key));
    return answer
        .contentType(MediaType.IMAGE_PNG)
        .body(files.content(own.file()).orElseThrow(() -> missing(key)));
  }

  private ServerResponse add(ServerRequest request) {
    JsonNode body = Requests.json(request);
    String key = body.path("key").asString("");
    if (!key.matches("[A-Za-z0-9_-]{1,100}")) {
      throw Problem.badRequest(
          "E1003", "The key of an icon has letters, digits, hyphens and underscores only.");
    }
    if (builtIn.find(key).isPresent() || customIcon(key).isPresent()) {
      throw Problem.badRequest("E1003", "Icon with key " + key + " already exists.");
    }
    put(key, body, null, request);
    return Answers.message(HttpStatus.CREATED, "OK", "Icon created with key " + key, null);
  }

  private ServerResponse change(ServerRequest request) {
    CustomIcon icon = changeable(request);
    put(icon.key(), Requests.json(request), icon, request);
    return Answers.ok("Icon with key " + icon.key() + " updated");
  }

  private ServerResponse remove(ServerRequest request) {
    CustomIcon icon = changeable(request);
    custom.remove(icon.key());
    files.assign(icon.file(), false);
    return Answers.ok("Icon with key " + icon.key() + " deleted");
  }

  private CustomIcon changeable(ServerRequest request) {
    String key = request.pathVariable("key");
    if (builtIn.find(key).isPresent()) {
      throw Problem.badRequest("E1003", "The icon " + key + " belongs to the system.");
    }
    return customIcon(key).orElseThrow(() -> missing(key));
  }

  /** Keeps an icon; what the body does not say stays as it was. */
  private void put(String key, JsonNode body, @Nullable CustomIcon before, ServerRequest request) {
    String usual = before == null ? "" : before.file();
    String file =
        body.path("fileResourceId")
            .asString(
                body.path("fileResourceUid").asString(body.at("/fileResource/id").asString(usual)));
    if (files.find(file).isEmpty()) {
      throw Problem.notFound("FileResource with id " + file + " could not be found.");
    }
    List<String> keywords = new ArrayList<>();
    body.path("keywords").forEach(word -> keywords.add(word.asString("")));
    LocalDateTime now = LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS);
    custom.put(
        new CustomIcon(
            key,
            body.path("description").asString(before == null ? "" : before.description()),
            before != null && body.path("keywords").isMissingNode()
                ? before.keywords()
                : List.copyOf(keywords),
            file,
            before == null ? now : before.created(),
            now,
            before == null ? CurrentUser.actor(request).uid() : before.createdBy()));
    if (before != null && !before.file().equals(file)) {
      files.assign(before.file(), false);
    }
    files.assign(file, true);
  }
}
