package org.kituo.server.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of this node: a random token in a cookie stands for a user until an hour after its last
 * use.
 */
public final class Sessions {
  /** The name of the cookie. DHIS2's clients look for it. */
  public static final String COOKIE = "JSESSIONID";

  private static final Duration IDLE = Duration.ofHours(1);
  private static final int MOST = 200_000;

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, String> users =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE).build();

  /** Begins a session of a user and gives its token. */
  public String begin(String userId) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    users.put(token, userId);
    return token;
  }

  /** The identifier of the user of a session; null where there is none. */
  public @Nullable String user(String token) {
    return users.getIfPresent(token);
  }

  /** Ends a session. */
  public void end(String token) {
    users.invalidate(token);
  }
}
