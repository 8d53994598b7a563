package org.kituo.server.authentication;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.User;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.Accounts.Outcome;
import org.kituo.server.authentication.Accounts.Refusal;
import org.kituo.server.http.Answers;
import org.kituo.server.http.ClientAddress;
import org.kituo.server.http.Problem;
import org.kituo.store.account.SessionStore.UserSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who a request below {@code /api} comes from, by Basic authentication, access token or
 * session cookie, and lets nobody else through but to the few paths that are open to all. Only a
 * login begins a session: a request with Basic authentication or a token does not.
 */
public final class AuthenticationFilter extends OncePerRequestFilter {
  private static final Set<String> OPEN =
      Set.of(
          "/api/ping",
          "/api/system/ping",
          "/api/auth/login",
          "/api/auth/forgotPassword",
          "/api/auth/passwordReset",
          "/api/auth/registration",
          "/api/auth/invite",
          "/api/auth/updatePassword",
          "/api/account",
          "/api/account/recovery",
          "/api/account/restore",
          "/api/account/validateUsername",
          "/api/account/validatePassword",
          "/api/account/username",
          "/api/account/password",
          "/api/loginConfig",
          "/api/files/style/external",
          "/api/locales/ui");

  private final Supplier<MetadataSnapshot> metadata;
  private final Accounts accounts;
  private final AccessTokens tokens;
  private final Sessions sessions;

  /** A filter over accounts, tokens and sessions. */
  public AuthenticationFilter(
      Supplier<MetadataSnapshot> metadata,
      Accounts accounts,
      AccessTokens tokens,
      Sessions sessions) {
    this.metadata = metadata;
    this.accounts = accounts;
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (!path.startsWith("/api") || isOpen(path)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      User user = user(request, response);
      if (user == null) {
        refuse(request, response);
      } else {
        request.setAttribute(CurrentUser.ATTRIBUTE, accounts.actor(user));
        chain.doFilter(request, response);
      }
    } catch (Problem problem) {
      Answers.problem(response, problem);
    }
  }

  private static boolean isOpen(String path) {
    return OPEN.contains(path) || path.startsWith("/api/staticContent/");
  }

  private @Nullable User user(HttpServletRequest request, HttpServletResponse response) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return basic(header.substring(6).strip(), request);
    }
    if (header != null && header.regionMatches(true, 0, "ApiToken ", 0, 9)) {
      return tokens.user(header.substring(9).strip(), request);
    }
    String token = SessionCookies.token(request);
    User user =
        token == null
            ? null
            : sessions
                .find(token)
                .flatMap(s ->
                    metadata.get().find(User.class, s.userUid()).filter(u -> isAfterPassword(s, u)))
                .filter(u -> accounts.closed(u) == null)
                .orElse(null);
    if (user != null && token != null) {
      request.setAttribute(CurrentUser.SESSION, token);
      SessionCookies.tellExpiry(request, response);
    }
    return user;
  }

  /**
   * Whether a session began with the password that its user has now: one that began before may be
   * that of whoever knew the former, in whatever way it was changed.
   */
  private static boolean isAfterPassword(UserSession session, User user) {
    LocalDateTime changed = user.passwordLastUpdated();
    return changed == null
        || !session
            .created()
            .atZoneSameInstant(ZoneId.systemDefault())
            .toLocalDateTime()
            .isBefore(changed);
  }

  private User basic(String encoded, HttpServletRequest request) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon > 0) {
        Outcome outcome =
            accounts.open(
                pair.substring(0, colon),
                pair.substring(colon + 1),
                "basic",
                ClientAddress.of(request));
        if (outcome.user() != null) {
          return outcome.user();
        }
        Refusal refusal = outcome.refusal();
        String reason =
            refusal == null || refusal == Refusal.BAD_CREDENTIALS
                ? "Unauthorized"
                : refusal.message();
        throw Problem.of(HttpStatus.UNAUTHORIZED, null, reason);
      }
    } catch (IllegalArgumentException e) {
      throw Problem.of(HttpStatus.UNAUTHORIZED, null, "Unauthorized");
    }
    throw Problem.of(HttpStatus.UNAUTHORIZED, null, "Unauthorized");
  }

  /** Programs get a 401; browsers are sent to the login page, as DHIS2's clients expect. */
  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if ("XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
      Answers.problem(response, Problem.of(HttpStatus.UNAUTHORIZED, null, "Unauthorized"));
    } else {
      response.setStatus(HttpStatus.FOUND.value());
      response.setHeader(HttpHeaders.LOCATION, "/login/");
    }
  }
}
