package org.kituo.demo.payload;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who may see and change an object, in the form of the Web API. */
public final class Sharing {
  private static final String READ = "r-------";
  private static final String READ_AND_ENTER = "r-rw----";
  private static final String READ_DATA = "r-r-----";

  private Sharing() {}

  /** Everyone may see the object; only administrators change it. */
  public static Map<String, Object> everyoneReads() {
    return sharing(READ, Map.of());
  }

  /** Everyone may see the object and use it to enter figures (category options). */
  public static Map<String, Object> everyoneEnters() {
    return sharing(READ_AND_ENTER, Map.of());
  }

  /** Everyone may see the figures; the members of these groups may enter them (data sets). */
  public static Map<String, Object> groupsEnter(Iterable<String> userGroups) {
    Map<String, Object> groups = new LinkedHashMap<>();
    for (String group : userGroups) {
      groups.put(group, new Entity().with("id", group).with("access", READ_AND_ENTER));
    }
    return sharing(READ_DATA, groups);
  }

  private static Map<String, Object> sharing(String everyone, Map<String, Object> groups) {
    return new Entity()
        .with("public", everyone)
        .with("external", false)
        .with("users", Map.of())
        .with("userGroups", groups);
  }
}
