package org.kituo.server.authentication;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.User;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who a request below {@code /api} comes from, by Basic authentication or session cookie,
 * and lets nobody else through but to the few paths that are open to all. A request with Basic
 * authentication begins no session.
 */
public final class AuthenticationFilter extends OncePerRequestFilter {
  private static final Set<String> OPEN =
      Set.of(
          "/api/ping",
          "/api/system/ping",
          "/api/auth/login",
          "/api/loginConfig",
          "/api/locales/ui");

  private final Supplier<MetadataSnapshot> metadata;
  private final Passwords passwords;
  private final Sessions sessions;

  /** A filter over accounts and sessions. */
  public AuthenticationFilter(
      Supplier<MetadataSnapshot> metadata, Passwords passwords, Sessions sessions) {
    this.metadata = metadata;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-XSS-Protection", "0");
    if (!path.startsWith("/api") || OPEN.contains(path)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      User user = user(request);
      if (user == null) {
        refuse(request, response);
      } else {
        request.setAttribute(CurrentUser.ATTRIBUTE, Actor.of(user, metadata.get()));
        chain.doFilter(request, response);
      }
    } catch (Problem problem) {
      Answers.problem(response, problem);
    }
  }

  private @Nullable User user(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return basic(header.substring(6).strip());
    }
    String token = token(request);
    String uid = token == null ? null : sessions.user(token);
    User user = uid == null ? null : metadata.get().get(User.class, uid);
    return user == null || user.disabled() ? null : user;
  }

  private User basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon > 0) {
        return Login.check(
            metadata.get(), passwords, pair.substring(0, colon), pair.substring(colon + 1));
      }
    } catch (IllegalArgumentException e) {
      throw Problem.of(HttpStatus.UNAUTHORIZED, null, "Unauthorized");
    }
    throw Problem.of(HttpStatus.UNAUTHORIZED, null, "Unauthorized");
  }

  /** The token of the session cookie; null where there is none. */
  static @Nullable String token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(Sessions.COOKIE)) {
          return cookie.getValue();
        }
      }
    }
    return null;
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
