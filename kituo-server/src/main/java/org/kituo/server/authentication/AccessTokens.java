package org.kituo.server.authentication;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.ApiToken;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;
import org.kituo.store.account.SecretStore;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * Personal access tokens: a key stands for its owner, within the constraints of the token and until
 * it expires. The key is told once, when it is made; only its digest is kept.
 */
public final class AccessTokens {
  /** How long a token is valid when nothing else is said. */
  public static final Duration USUAL = Duration.ofDays(30);

  private final Supplier<MetadataSnapshot> metadata;
  private final Accounts accounts;
  private final SecretStore secrets;

  /** Tokens of metadata. */
  public AccessTokens(Supplier<MetadataSnapshot> metadata, Accounts accounts, SecretStore secrets) {
    this.metadata = metadata;
    this.accounts = accounts;
    this.secrets = secrets;
  }

  /** Makes a key for a token. */
  public String issue(String tokenUid) {
    String key = TokenKeys.next();
    secrets.noteTokenKey(Secrets.digest(key), tokenUid);
    return key;
  }

  /** Refuses constraints of a token that say nothing sensible. */
  public static void checkConstraints(List<JsonNode> constraints) {
    TokenConstraints.check(constraints);
  }

  /**
   * The user whom a key stands for.
   *
   * @throws Problem where the key is malformed (400), or opens nothing (401)
   */
  User user(String key, HttpServletRequest request) {
    if (!TokenKeys.isKey(key)) {
      throw Problem.badRequest(null, "Checksum validation failed");
    }
    ApiToken token = token(key);
    if (token == null) {
      throw refused("The API token does not exists");
    }
    if (token.expire() != null && token.expire() < System.currentTimeMillis()) {
      throw refused("Failed to authenticate API token, token has expired.");
    }
    TokenConstraints.require(token.attributes(), request);
    Ref<?> owner = token.identity().createdBy();
    User user = owner == null ? null : metadata.get().get(User.class, owner.id());
    if (user == null
        || accounts.closed(user) != null
        || accounts.isLocked(String.valueOf(user.username()))) {
      throw refused("The API token is disabled, locked or 2FA is enabled.");
    }
    return user;
  }

  private @Nullable ApiToken token(String key) {
    return secrets
        .token(Secrets.digest(key))
        .flatMap(uid -> metadata.get().find(ApiToken.class, uid))
        .orElse(null);
  }

  private static Problem refused(String why) {
    return Problem.of(HttpStatus.UNAUTHORIZED, null, why);
  }
}
