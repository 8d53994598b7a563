package org.kituo.server.locale;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Languages: those that metadata are translated into, those that the apps speak, and all that there
 * are. They are named in themselves and in English.
 */
public final class LocaleRoutes {
  /** The languages into which metadata are translated in health information systems. */
  private static final List<String> METADATA =
      List.of(
          "af", "am", "ar", "bi", "de", "dz", "en", "es", "fa", "fr", "gu", "hi", "id", "it", "km",
          "lo", "my", "ne", "nl", "no", "ps", "pt", "ru", "rw", "sw", "tg", "vi", "zh");

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

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/locales/db"), this::metadata)
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

  private ServerResponse metadata(ServerRequest request) {
    CurrentUser.actor(request);
    return locales(METADATA);
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
    CurrentUser.actor(request);
    Map<String, String> names = new TreeMap<>();
    Arrays.stream(codes).forEach(code -> names.put(code, naming.apply(code)));
    return Answers.json(json -> {
      json.writeStartObject();
      names.forEach(json::writeStringProperty);
      json.writeEndObject();
    });
  }
}
