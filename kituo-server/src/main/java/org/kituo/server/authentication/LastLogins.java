package org.kituo.server.authentication;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kituo.store.account.LoginStore;

/**
 * When each user logged in last. It changes too often to be part of the metadata; lists of users
 * are sorted and filtered by it, so that it is kept in memory. Other nodes' logins are taken in
 * once a minute, when someone asks.
 */
public final class LastLogins {
  private static final long FRESH_NANOS = 60_000_000_000L;

  private final LoginStore store;
  private final Map<String, LocalDateTime> times = new ConcurrentHashMap<>();
  private volatile long readAt;

  /** Reads the times of a store. */
  public LastLogins(LoginStore store) {
    this.store = store;
    read();
  }

  private void read() {
    readAt = System.nanoTime();
    store.lastLogins().forEach((uid, at) -> times.merge(uid, at, (a, b) -> a.isAfter(b) ? a : b));
  }

  /** Notes that a user has logged in now. */
  void note(String userUid) {
    store.noteLogin(userUid);
    times.put(userUid, LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS));
  }

  /** The time of a user's last login, in the server's time zone; null where there was none. */
  public @Nullable LocalDateTime of(String userUid) {
    if (System.nanoTime() - readAt > FRESH_NANOS) {
      read();
    }
    return times.get(userUid);
  }
}
