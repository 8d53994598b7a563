package org.kituo.server.locale;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.kituo.model.bundle.Uid;
import org.kituo.server.setting.Settings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The languages into which metadata are translated: those that are usual in health information
 * systems, until somebody adds or removes one. They are kept as one setting of the system.
 */
final class MetadataLocales {
  private static final String SETTING = "metadataLocales";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> USUAL =
      List.of(
          "vi", "zh", "hi", "fr", "af", "dz", "my", "am", "ne", "ar", "lo", "sw", "nl", "en", "no",
          "id", "es", "ps", "pt", "tg", "gu", "bi", "de", "km", "fa", "it", "ru", "rw");

  private final Settings settings;

  /**
   * A language.
   *
   * @param id its identifier
   * @param code such as {@code fr} or {@code fr_CA}
   * @param created when it was added; empty for one that was there from the start
   */
  record MetadataLocale(String id, String code, Optional<LocalDateTime> created) {}

  MetadataLocales(Settings settings) {
    this.settings = settings;
  }

  List<MetadataLocale> all() {
    return settings
        .set(SETTING)
        .map(MetadataLocales::read)
        .orElseGet(() ->
            USUAL.stream()
                .map(code -> new MetadataLocale(usualId(code), code, Optional.empty()))
                .toList());
  }

  /** The identifier of a usual language is the same on every server. */
  private static String usualId(String code) {
    return Uid.random(new Random(code.hashCode()));
  }

  void add(MetadataLocale locale) {
    List<MetadataLocale> all = new ArrayList<>(all());
    all.add(locale);
    write(all);
  }

  void remove(MetadataLocale locale) {
    write(all().stream().filter(l -> !l.equals(locale)).toList());
  }

  private static List<MetadataLocale> read(String json) {
    List<MetadataLocale> locales = new ArrayList<>();
    JSON.readTree(json)
        .forEach(node ->
            locales.add(
                new MetadataLocale(
                    node.path("id").asString(),
                    node.path("code").asString(),
                    node.path("created").isString()
                        ? Optional.of(LocalDateTime.parse(node.path("created").asString()))
                        : Optional.empty())));
    return locales;
  }

  private void write(List<MetadataLocale> locales) {
    ArrayNode json = JSON.createArrayNode();
    for (MetadataLocale locale : locales) {
      var node = json.addObject().put("id", locale.id()).put("code", locale.code());
      locale.created().ifPresent(time -> node.put("created", time.toString()));
    }
    settings.set(SETTING, null, json.toString());
  }
}
