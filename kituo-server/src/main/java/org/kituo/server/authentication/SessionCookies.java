package org.kituo.server.authentication;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The two cookies of a session: its token, which scripts cannot read, and when it ends, which
 * DHIS2's global shell reads to warn before.
 */
final class SessionCookies {
  private static final String EXPIRY = "SESSION_EXPIRE";

  private SessionCookies() {}

  /** The token that a request brings; null where it brings none. */
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

  /** Gives the token of a new session to the client. */
  static void begin(HttpServletRequest request, HttpServletResponse response, String token) {
    add(response, cookie(request, Sessions.COOKIE, token).httpOnly(true).build());
    tellExpiry(request, response);
  }

  /** Tells when the session ends if it is not used again. */
  static void tellExpiry(HttpServletRequest request, HttpServletResponse response) {
    long now = Instant.now().getEpochSecond();
    String value = "server_time=%d&expiry_time=%d".formatted(now, now + Sessions.IDLE.toSeconds());
    add(response, cookie(request, EXPIRY, value).build());
  }

  /** Takes both cookies back. */
  static void end(HttpServletRequest request, HttpServletResponse response) {
    add(
        response,
        cookie(request, Sessions.COOKIE, "").httpOnly(true).maxAge(Duration.ZERO).build());
    add(response, cookie(request, EXPIRY, "").maxAge(Duration.ZERO).build());
  }

  private static void add(HttpServletResponse response, ResponseCookie cookie) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      HttpServletRequest request, String name, String value) {
    boolean secure =
        request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    return ResponseCookie.from(name, value).path("/").sameSite("Lax").secure(secure);
  }
}
