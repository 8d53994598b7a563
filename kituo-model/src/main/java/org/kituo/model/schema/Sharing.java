package org.kituo.model.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may see and change an object. Access is written as 8 characters: read and write of the
 * metadata, read and write of the data behind it, and four that are always {@code -}.
 *
 * @param owner the identifier of the user whose object it is
 * @param publicAccess the access of everybody; null where sharing has never been set, which leaves
 *     the object open
 * @param users access by user identifier
 * @param userGroups access by user group identifier
 */
public record Sharing(
    @Nullable String owner,
    @Nullable String publicAccess,
    Map<String, String> users,
    Map<String, String> userGroups) {

  /** Sharing of an object whose sharing nobody has set. */
  public static final Sharing NONE = new Sharing(null, null, Map.of(), Map.of());

  /** Access that allows nothing. */
  public static final String NO_ACCESS = "--------";

  /** Copies the maps, keeping their order. */
  public Sharing {
    users = ordered(users);
    userGroups = ordered(userGroups);
  }

  private static Map<String, String> ordered(Map<String, String> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * Whether an access string allows what stands at a place: 0 read, 1 write, 2 data read, 3 data
   * write.
   */
  public static boolean allows(@Nullable String access, int place) {
    return access != null && access.length() > place && access.charAt(place) != '-';
  }

  /** Whether a text is an access string. */
  public static boolean isAccess(String text) {
    return text.matches("[r-][w-][r-][w-]----");
  }
}
