package org.kituo.server.analytics;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kituo.server.setting.Settings;
import org.springframework.http.CacheControl;

/**
 * How long a browser may show a table again without asking. A figure is to be seen within seconds,
 * so that by default it asks each time, which costs little while nothing has changed; the setting
 * {@code keyCacheStrategy} has an effect where somebody has set it. Only the reader's own browser
 * may keep a table, since what it shows depends on the reader's rights.
 */
final class CacheStrategy {
  private static final Pattern SPAN = Pattern.compile("CACHE_(\\d+)_(MINUTE|HOUR)S?");
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private CacheStrategy() {}

  /** The header's value by the settings. */
  static CacheControl of(Settings settings, LocalDateTime now) {
    Duration lifetime =
        settings.set("keyCacheStrategy").map(name -> lifetime(name, now)).orElse(Duration.ZERO);
    CacheControl control =
        lifetime.isPositive() ? CacheControl.maxAge(lifetime) : CacheControl.noCache();
    return control.cachePrivate();
  }

  private static Duration lifetime(String name, LocalDateTime now) {
    Matcher span = SPAN.matcher(name);
    if (span.matches()) {
      long count = Long.parseLong(span.group(1));
      return span.group(2).equals("HOUR") ? Duration.ofHours(count) : Duration.ofMinutes(count);
    }
    return switch (name) {
      case "CACHE_6AM_TOMORROW" ->
          Duration.between(now, now.toLocalDate().plusDays(1).atTime(MORNING));
      case "CACHE_TWO_WEEKS" -> Duration.ofDays(14);
      default -> Duration.ZERO;
    };
  }
}
