package org.kituo.server.locale;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.View;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.locale.MetadataLocales.MetadataLocale;
import org.kituo.server.metadata.NewUids;
import org.kituo.server.metadata.Views;
import org.kituo.server.setting.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Languages: those that metadata are translated into, those that the apps speak, and all that there
 * are. They are named in themselves and in English.
 */
public final class LocaleRoutes {
  /** The languages that the apps of DHIS2 speak. */
  private static final List<String> APPS =
      List.of(
          "ar",
          "ar_EG",
          "ar_IQ",
          "ar_SD",
          "bn",
          "bi",
          "ckb",
          "cs",
          "da",
          "en",
          "en_US",
          "es",
          "es_419",
          "fa_AF",
          "fr",
          "hi_IN",
          "id",
          "km",
          "ko_KR",
          "lo",
          "mn",
          "my",
          "nb",
          "ne",
          "nl",
          "prs",
          "ps",
          "pt",
          "pt_BR",
          "ro",
          "ru",
          "si",
          "sv",
          "tet",
          "tg",
          "uk",
          "ur",
          "uz_UZ_Cyrl",
          "uz_UZ_Latn",
          "vi",
          "zh",
          "zh_CN");

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final String DB_LOCALES = "/api/locales/dbLocales";

  private final MetadataLocales metadata;
  private final Views views;

  /** Routes over the languages that the settings name. */
  public LocaleRoutes(Settings settings, Views views) {
    this.metadata = new MetadataLocales(settings);
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(
            GET("/api/locales/db"),
            r -> locales(metadata.all().stream().map(MetadataLocale::code).toList()))
        .and(route(GET(DB_LOCALES), this::all))
        .and(route(POST(DB_LOCALES), this::add))
        .and(route(GET(DB_LOCALES + "/{uid}"), this::one))
        .and(route(DELETE(DB_LOCALES + "/{uid}"), this::remove))
        .and(route(POST("/api/i18n"), LocaleRoutes::labels))
        .and(route(GET("/api/system/flags"), r -> Answers.json(json -> flags(json))))
        .and(route(GET("/api/locales/ui"), r -> locales(APPS)))
        .and(
            route(
                GET("/api/locales/languages"),
                r -> names(r, Locale.getISOLanguages(), LocaleRoutes::language)))
        .and(
            route(
                GET("/api/locales/countries"),
                r -> names(r, Locale.getISOCountries(), LocaleRoutes::country)));
  }

  /**
   * English labels of the keys that a body lists: the names of types and properties in words. What
   * is no such name comes back as it is.
   */
  private static ServerResponse labels(ServerRequest request) {
    Set<String> known = new HashSet<>(Set.of("yes", "no"));
    for (ObjectType<?> type : MetadataTypes.LISTED) {
      Stream.concat(Stream.of(type.singular(), type.plural()), type.properties().keySet().stream())
          .map(name -> name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
          .forEach(known::add);
    }
    Map<String, String> labels = new TreeMap<>();
    for (JsonNode key : Requests.json(request)) {
      String text = key.asString("");
      labels.put(
          text,
          known.contains(text)
              ? Character.toUpperCase(text.charAt(0)) + text.substring(1).replace('_', ' ')
              : text);
    }
    return Answers.json(json -> json.writePOJO(labels));
  }

  /** The flags that a system may show, by the names of the countries. */
  private static void flags(JsonGenerator json) {
    json.writeStartArray();
    Arrays.stream(Locale.getISOCountries())
        .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
        .sorted()
        .forEach(name -> {
          String key = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", "_");
          json.writeStartObject();
          json.writeStringProperty("name", name);
          json.writeStringProperty("key", key);
          json.writeStringProperty("path", key + ".png");
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  private ServerResponse all(ServerRequest request) {
    View view = views.of(request);
    List<MetadataLocale> locales = metadata.all();
    return Answers.json(json -> {
      json.writeStartArray();
      locales.forEach(locale -> json.writeTree(tree(locale, view)));
      json.writeEndArray();
    });
  }

  private ServerResponse one(ServerRequest request) {
    JsonNode locale = tree(find(request), views.of(request));
    return Answers.json(json -> json.writeTree(locale));
  }

  private MetadataLocale find(ServerRequest request) {
    String uid = request.pathVariable("uid");
    return metadata.all().stream()
        .filter(l -> l.id().equals(uid))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("Locale with id " + uid + " could not be found."));
  }

  private static JsonNode tree(MetadataLocale locale, View view) {
    LocalDateTime time =
        locale
            .created()
            .or(() ->
                view.snapshot()
                    .find(CategoryOption.class, DefaultObjects.CATEGORY_OPTION)
                    .map(option -> option.identity().created()))
            .orElseThrow();
    String created = Dates.format(time);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", name(locale.code())).put("created", created).put("lastUpdated", created);
    json.putArray("translations");
    ObjectNode sharing = json.putObject("sharing");
    sharing.putObject("users");
    sharing.putObject("userGroups");
    json.put("locale", locale.code()).put("displayName", name(locale.code()));
    json.put("id", locale.id()).putArray("attributeValues");
    return json;
  }

  private ServerResponse add(ServerRequest request) {
    String language = Objects.requireNonNullElse(Requests.text(request, "language"), "");
    String country = Requests.text(request, "country");
    String script = Requests.text(request, "script");
    if (!LANGUAGES.contains(language)
        || country != null && !COUNTRIES.contains(country)
        || script != null && !script.matches("[A-Za-z]{4}")) {
      throw Problem.conflict(
          null, "A locale has a language and may have a country and a script, by their ISO codes.");
    }
    String code =
        language + (country == null ? "" : "_" + country) + (script == null ? "" : "_" + script);
    if (metadata.all().stream().anyMatch(l -> l.code().equals(code))) {
      throw Problem.conflict(null, "There is a locale " + code + " already.");
    }
    MetadataLocale locale =
        new MetadataLocale(
            NewUids.next(), code, Optional.of(LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS)));
    metadata.add(locale);
    return Answers.message(
        HttpStatus.CREATED,
        "OK",
        "Locale " + code + " added",
        json -> json.writePOJO(Map.of("uid", locale.id())));
  }

  private ServerResponse remove(ServerRequest request) {
    metadata.remove(find(request));
    return ServerResponse.noContent().build();
  }

  private static ServerResponse locales(List<String> codes) {
    List<String> sorted = codes.stream().sorted(Comparator.comparing(LocaleRoutes::name)).toList();
    return Answers.json(json -> {
      json.writeStartArray();
      for (String code : sorted) {
        Locale locale = locale(code);
        json.writeStartObject();
        json.writeStringProperty("locale", code);
        json.writeStringProperty("languageTag", locale.toLanguageTag());
        json.writeStringProperty("name", locale.getDisplayName(locale));
        json.writeStringProperty("displayName", name(code));
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static String name(String code) {
    return locale(code).getDisplayName(Locale.ENGLISH);
  }

  /** The locale of a code such as {@code pt_BR} or {@code uz_UZ_Cyrl}. */
  static Locale locale(String code) {
    String[] parts = code.split("_");
    Locale.Builder locale = new Locale.Builder().setLanguage(parts[0]);
    if (parts.length > 1) {
      locale.setRegion(parts[1]);
    }
    if (parts.length > 2) {
      locale.setScript(parts[2]);
    }
    return locale.build();
  }

  private static String language(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }

  private static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  private static ServerResponse names(
      ServerRequest request, String[] codes, UnaryOperator<String> naming) {
    Map<String, String> names = new TreeMap<>();
    Arrays.stream(codes).forEach(code -> names.put(code, naming.apply(code)));
    return Answers.json(json -> {
      json.writeStartObject();
      names.forEach(json::writeStringProperty);
      json.writeEndObject();
    });
  }
}
