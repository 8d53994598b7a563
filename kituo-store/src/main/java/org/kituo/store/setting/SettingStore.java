package org.kituo.store.setting;

import java.util.HashMap;
import java.util.Map;
import org.kituo.store.postgres.Sql;

/** The settings of the system and of users in PostgreSQL: those that someone has set. */
public final class SettingStore {
  /** The locale of values that are no translations. */
  public static final String NO_LOCALE = "";

  private final Sql sql;

  /** A store on a database. */
  public SettingStore(Sql sql) {
    this.sql = sql;
  }

  /** The values that were set, by key and locale. */
  public Map<String, Map<String, String>> system() {
    Map<String, Map<String, String>> values = new HashMap<>();
    sql.query(
            "SELECT key, locale, value FROM system_setting",
            row -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
        .forEach(r -> values.computeIfAbsent(r[0], k -> new HashMap<>()).put(r[1], r[2]));
    return values;
  }

  /** Sets the value of a setting of the system in a locale, or in none. */
  public void setSystem(String key, String locale, String value) {
    sql.update(
        """
        INSERT INTO system_setting (key, locale, value) VALUES (?, ?, ?)
        ON CONFLICT (key, locale) DO UPDATE SET value = excluded.value\
        """,
        key,
        locale,
        value);
  }

  /** Takes back the value of a setting of the system in a locale, or in none. */
  public void removeSystem(String key, String locale) {
    sql.update("DELETE FROM system_setting WHERE key = ? AND locale = ?", key, locale);
  }

  /** The values that were set for a user, by key. */
  public Map<String, String> user(String uid) {
    Map<String, String> values = new HashMap<>();
    sql.query(
            "SELECT key, value FROM user_setting WHERE user_uid = ?",
            row -> Map.entry(row.getString(1), row.getString(2)),
            uid)
        .forEach(e -> values.put(e.getKey(), e.getValue()));
    return values;
  }

  /** Sets a value for a user. */
  public void setUser(String uid, String key, String value) {
    sql.update(
        """
        INSERT INTO user_setting (user_uid, key, value) VALUES (?, ?, ?)
        ON CONFLICT (user_uid, key) DO UPDATE SET value = excluded.value\
        """,
        uid,
        key,
        value);
  }

  /** Takes back a value of a user. */
  public void removeUser(String uid, String key) {
    sql.update("DELETE FROM user_setting WHERE user_uid = ? AND key = ?", uid, key);
  }
}
