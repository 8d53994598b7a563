package org.kituo.data.datavalue;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a request names objects.
 *
 * @param type by which property
 * @param attribute the identifier of the custom attribute whose values name objects; null otherwise
 */
public record IdScheme(Type type, @Nullable String attribute) {
  /** By identifier, code, name or the value of a custom attribute. */
  public enum Type {
    UID,
    CODE,
    NAME,
    ATTRIBUTE
  }

  /** By identifier. */
  public static final IdScheme BY_UID = new IdScheme(Type.UID, null);

  private static final String ATTRIBUTE_PREFIX = "ATTRIBUTE:";

  /** Reads {@code uid}, {@code code}, {@code name} or {@code attribute:UID} in any case. */
  public static Optional<IdScheme> parse(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.startsWith(ATTRIBUTE_PREFIX)) {
      return Optional.of(new IdScheme(Type.ATTRIBUTE, text.substring(ATTRIBUTE_PREFIX.length())));
    }
    return switch (upper) {
      case "UID", "ID" -> Optional.of(BY_UID);
      case "CODE" -> Optional.of(new IdScheme(Type.CODE, null));
      case "NAME" -> Optional.of(new IdScheme(Type.NAME, null));
      default -> Optional.empty();
    };
  }
}
