package org.kituo.model.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.setting.SystemSetting.Kind;

/**
 * The settings that each user has. Some fall back to those of the system; all of them are settings
 * that DHIS2's apps read at their start.
 */
public final class UserSettings {
  private static final Map<String, SystemSetting> ALL = new LinkedHashMap<>();

  static {
    add("keyMessageSmsNotification", Kind.FLAG, "false");
    add("keyDbLocale", Kind.TEXT, "en");
    add("keyTrackerDashboardLayout", Kind.TEXT, "");
    add("keyStyle", Kind.TEXT, "light_blue/light_blue.css");
    add("keyUiLocale", Kind.TEXT, "en");
    add("keyAnalysisDisplayProperty", Kind.TEXT, "name");
    add("keyMessageEmailNotification", Kind.FLAG, "false");
  }

  private UserSettings() {}

  private static void add(String key, Kind kind, String initial) {
    ALL.put(key, new SystemSetting(key, kind, initial, false, false, List.of()));
  }

  /** A setting by its key; null where users have no such setting. */
  public static @Nullable SystemSetting find(String key) {
    return ALL.get(key);
  }

  /** All settings by their keys. */
  public static Map<String, SystemSetting> all() {
    return java.util.Collections.unmodifiableMap(ALL);
  }
}
