package org.kituo.server.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.kituo.model.access.PasswordHash;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Password hashes (bcrypt, as DHIS2 has them, so that exported accounts go on working). Since a
 * hash takes long to check on purpose, and clients with Basic authentication send the password with
 * every request, a password that was right is remembered for a while: as a keyed digest of it
 * together with the stored hash, so that changing the password forgets it.
 */
public final class Passwords {
  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
  private final byte[] secret = new byte[32];
  private final Cache<String, Boolean> right =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  /** With a fresh secret. */
  public Passwords() {
    new SecureRandom().nextBytes(secret);
  }

  /** The hash of a password. */
  public String hash(String password) {
    return java.util.Objects.requireNonNull(encoder.encode(password));
  }

  /** Whether a password was found to be right a short while ago. */
  boolean remembers(String password, String hash) {
    return right.getIfPresent(digest(password, hash)) != null;
  }

  /** Whether a password is the one that a hash was made of. */
  public boolean matches(String password, String hash) {
    String digest = digest(password, hash);
    if (right.getIfPresent(digest) != null) {
      return true;
    }
    boolean matches = PasswordHash.isHash(hash) && BCrypt.checkpw(password, hash);
    if (matches) {
      right.put(digest, true);
    }
    return matches;
  }

  private String digest(String password, String hash) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(secret);
      sha.update(hash.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
