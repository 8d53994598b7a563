package org.kituo.server.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kituo.model.metadata.User;
import org.kituo.store.account.SessionStore;
import org.kituo.store.account.SessionStore.UserSession;

/**
 * Sessions: a random token in a cookie stands for a user until an hour after its last use. They are
 * kept in the database, so that they outlive the server and hold on all nodes; what was read is
 * kept for two seconds, and the use of a session is noted once a minute.
 */
public final class Sessions {
  /** The name of the cookie. DHIS2's clients look for it. */
  public static final String COOKIE = "JSESSIONID";

  /** How long a session lasts after its last use. */
  public static final Duration IDLE = Duration.ofHours(1);

  private static final int MOST_OF_A_USER = 10;
  private static final int MOST_KEPT = 200_000;

  private final SessionStore store;
  private final SecureRandom random = new SecureRandom();
  private final Cache<ByteBuffer, Optional<UserSession>> read =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(Duration.ofSeconds(2)).build();
  private final Cache<ByteBuffer, Boolean> noted =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(Duration.ofMinutes(1)).build();

  /** Sessions of a store. */
  public Sessions(SessionStore store) {
    this.store = store;
  }

  /** Begins a session of a user and gives its token. */
  public String begin(User user) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    store.sweep(IDLE);
    store.begin(
        Secrets.digest(token),
        user.uid(),
        Objects.requireNonNullElse(user.username(), ""),
        MOST_OF_A_USER);
    return token;
  }

  /** The session of a token, whose use it notes. */
  public Optional<UserSession> find(String token) {
    byte[] id = Secrets.digest(token);
    ByteBuffer key = ByteBuffer.wrap(id);
    Optional<UserSession> found = Objects.requireNonNull(read.get(key, k -> store.find(id, IDLE)));
    if (found.isPresent() && noted.getIfPresent(key) == null) {
      noted.put(key, true);
      store.use(id);
    }
    return found;
  }

  /** Ends a session. */
  public void end(String token) {
    byte[] id = Secrets.digest(token);
    store.end(id);
    read.invalidate(ByteBuffer.wrap(id));
  }

  /** Ends all sessions of a user. */
  public void endAllOf(String userUid) {
    store.endAllOf(userUid);
    read.invalidateAll();
  }

  /** Ends all sessions. */
  public void endAll() {
    store.endAll();
    read.invalidateAll();
  }

  /** All sessions, of all users or of one. */
  public List<UserSession> all(Optional<String> userUid) {
    return store.all(userUid);
  }
}
