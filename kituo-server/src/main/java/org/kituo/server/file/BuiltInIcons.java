package org.kituo.server.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The icons that every server has: those of the Health Icons project, which the web application
 * brings with it, under the keys that DHIS2 gives them. Each comes in three looks: positive (filled
 * shapes), outline, and negative (filled shapes in white on black).
 */
final class BuiltInIcons {
  private static final String LIST = "icons.json";

  /** How the files are coloured; a page that shows one gives the colour. */
  private static final String INK = "currentColor";

  private final Map<String, BuiltInIcon> byKey = new LinkedHashMap<>();

  /** Ways in which an icon is drawn. */
  private enum Look {
    NEGATIVE,
    OUTLINE,
    POSITIVE
  }

  /**
   * An icon.
   *
   * @param key what objects name it by
   * @param title what it shows
   * @param words what it is found by, in small letters
   */
  record BuiltInIcon(String key, String title, String words, Path file, Look look) {

    /** The picture as SVG. */
    String svg() {
      try {
        String svg = Files.readString(file);
        return look == Look.NEGATIVE
            ? svg.replace(INK, "#fff")
                .replaceFirst(">", "><rect width=\"48\" height=\"48\" rx=\"4\" fill=\"#000\"/>")
            : svg.replace(INK, "#000");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The icons in the folder of the web application; none where that is not built. */
  BuiltInIcons(Optional<Path> web) {
    Path folder = web.map(w -> w.resolve("icons")).orElse(null);
    if (folder == null || !Files.exists(folder.resolve(LIST))) {
      return;
    }
    try {
      for (JsonNode icon : JsonMapper.shared().readTree(Files.readString(folder.resolve(LIST)))) {
        for (Look look : Look.values()) {
          add(icon, look, folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(JsonNode icon, Look look, Path folder) {
    String name = icon.path("key").asString();
    String title = icon.path("title").asString();
    String key = name + "_" + look.name().toLowerCase(java.util.Locale.ROOT);
    List<String> words = new ArrayList<>(List.of(key, title));
    icon.path("tags").forEach(tag -> words.add(tag.asString()));
    Path file =
        folder
            .resolve(look == Look.OUTLINE ? "outline" : "filled")
            .resolve(icon.path("path").asString() + ".svg");
    byKey.put(
        key,
        new BuiltInIcon(
            key, title, String.join("\n", words).toLowerCase(java.util.Locale.ROOT), file, look));
  }

  List<BuiltInIcon> all() {
    return List.copyOf(byKey.values());
  }

  Optional<BuiltInIcon> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
