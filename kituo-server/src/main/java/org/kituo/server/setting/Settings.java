package org.kituo.server.setting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.PasswordPolicy;
import org.kituo.model.setting.SystemSetting;
import org.kituo.model.setting.SystemSettings;
import org.kituo.model.setting.UserSettings;
import org.kituo.store.setting.SettingStore;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings as they hold now. They are read often and written seldom, so that they are kept for
 * a second: what another node sets holds here at most that much later.
 */
public final class Settings {
  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final int MOST_USERS = 100_000;

  private final SettingStore store;
  private final Cache<String, Map<String, Map<String, String>>> system =
      Caffeine.newBuilder().expireAfterWrite(KEPT).build();
  private final Cache<String, Map<String, String>> users =
      Caffeine.newBuilder().maximumSize(MOST_USERS).expireAfterWrite(KEPT).build();

  /** Settings of a store. */
  public Settings(SettingStore store) {
    this.store = store;
  }

  private Map<String, Map<String, String>> system() {
    return Objects.requireNonNull(system.get("", k -> store.system()));
  }

  /** The value that someone has set, if anyone has. */
  public Optional<String> set(String key) {
    return Optional.ofNullable(system().getOrDefault(key, Map.of()).get(SettingStore.NO_LOCALE));
  }

  /** The value of a setting of the system. */
  public String text(String key) {
    SystemSetting setting = SystemSettings.find(key);
    return set(key).orElse(setting == null ? "" : setting.initial());
  }

  /** The value of a setting of the system that is a truth value. */
  public boolean flag(String key) {
    return Boolean.parseBoolean(text(key));
  }

  /** The value of a setting of the system that is a whole number. */
  public int number(String key) {
    return Integer.parseInt(text(key));
  }

  /** The value in a language; that of no language where there is none. */
  public String text(String key, @Nullable String locale) {
    String translation = locale == null ? null : system().getOrDefault(key, Map.of()).get(locale);
    return translation == null ? text(key) : translation;
  }

  /** The value in a language, or of no language, that someone has set. */
  public Optional<String> set(String key, @Nullable String locale) {
    String translation = locale == null ? null : system().getOrDefault(key, Map.of()).get(locale);
    return translation == null ? set(key) : Optional.of(translation);
  }

  /** Sets a value, in a language or in none; an empty translation is taken back. */
  public void set(String key, @Nullable String locale, String value) {
    if (locale != null && value.isEmpty()) {
      store.removeSystem(key, locale);
    } else {
      store.setSystem(key, locale == null ? SettingStore.NO_LOCALE : locale, value);
    }
    system.invalidateAll();
  }

  /** Takes back a value, so that the usual one holds. */
  public void remove(String key) {
    store.removeSystem(key, SettingStore.NO_LOCALE);
    system.invalidateAll();
  }

  /** The value of a setting for a user: the user's own, else that of the system. */
  public String ofUser(String userUid, String key) {
    SystemSetting setting = Objects.requireNonNull(UserSettings.find(key), key);
    String own =
        Objects.requireNonNull(users.get(userUid, uid -> Map.copyOf(store.user(uid)))).get(key);
    if (own != null) {
      return own;
    }
    return SystemSettings.find(key) == null ? setting.initial() : text(key);
  }

  /** Sets a value for a user. */
  public void setOfUser(String userUid, String key, String value) {
    store.setUser(userUid, key, value);
    users.invalidate(userUid);
  }

  /** Takes back a value of a user. */
  public void removeOfUser(String userUid, String key) {
    store.removeUser(userUid, key);
    users.invalidate(userUid);
  }

  /** The addresses of other origins whose pages may use the API; {@code *} stands for any text. */
  public List<String> corsAllowlist() {
    List<String> origins = new ArrayList<>();
    JsonMapper.shared()
        .readTree(set("corsAllowlist").orElse("[]"))
        .forEach(origin -> origins.add(origin.asString("")));
    return origins;
  }

  /** What passwords must be like. */
  public PasswordPolicy passwordPolicy() {
    return new PasswordPolicy(number("minPasswordLength"), number("maxPasswordLength"));
  }
}
