package org.kituo.store.postgres;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of an embedded server, for a machine that it shares with Kituo itself. PostgreSQL
 * gets about an eighth of the memory, at least 128 MB and at most 1 GB: most of the hot data is in
 * Kituo's own memory. Durability is stated although it is PostgreSQL's default: what was
 * acknowledged must survive a power cut.
 */
final class ServerSettings {
  private static final long MEGABYTE = 1L << 20;

  private ServerSettings() {}

  /**
   * The text of a configuration file.
   *
   * @param memory of the machine or container, in bytes
   */
  static String text(long memory) {
    long megabytes = memory / MEGABYTE;
    Map<String, String> settings = new TreeMap<>();
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("listen_addresses", "'127.0.0.1'");
    settings.put("unix_socket_directories", "''");
    settings.put("password_encryption", "'scram-sha-256'");
    settings.put("max_connections", "100");
    settings.put("shared_buffers", Math.clamp(megabytes / 8, 128, 1024) + "MB");
    settings.put("effective_cache_size", Math.max(megabytes / 2, 256) + "MB");
    settings.put("maintenance_work_mem", Math.clamp(megabytes / 32, 64, 256) + "MB");
    settings.put("work_mem", "16MB");
    settings.put("min_wal_size", "128MB");
    settings.put("max_wal_size", "2GB");
    settings.put("wal_compression", "on");
    settings.put("checkpoint_timeout", "'10min'");
    settings.put("random_page_cost", "1.1");
    settings.put("jit", "off");
    settings.put("timezone", "'UTC'");
    settings.put("log_timezone", "'UTC'");
    settings.put("log_line_prefix", "'%m [%p] '");
    settings.put("log_min_messages", "warning");
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
        .collect(Collectors.joining("", "# Written by Kituo at each start.\n", ""));
  }
}
