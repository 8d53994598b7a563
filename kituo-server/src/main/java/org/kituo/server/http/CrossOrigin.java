package org.kituo.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What pages of other origins may do, and the security headers of the API.
 *
 * <p>A page of an origin that the administrator has allowed may call the API with the cookies of
 * its user, as the specification of CORS has it. A page of any other origin may not read answers;
 * and since browsers send its form posts all the same, a request that changes something and brings
 * a cookie is refused when its origin is foreign. Programs send no origin and are not affected.
 */
public final class CrossOrigin extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String CREDENTIALS = "true";

  private final Supplier<List<String>> allowlist;

  /** With the origins that are allowed, in which {@code *} stands for any text. */
  public CrossOrigin(Supplier<List<String>> allowlist) {
    this.allowlist = allowlist;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!request.getRequestURI().startsWith("/api")) {
      chain.doFilter(request, response);
      return;
    }
    List<String> allowed = allowlist.get();
    secure(response, allowed);
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean trusted = origin == null || isOwn(origin, request) || isAllowed(origin, allowed);
    if (origin != null && trusted) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, CREDENTIALS);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Location");
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    if (isPreflight(request)) {
      preflight(request, response, trusted);
    } else if (!trusted
        && !READING.contains(request.getMethod())
        && request.getHeader(HttpHeaders.COOKIE) != null) {
      Answers.problem(
          response,
          Problem.forbidden(null, "Pages of " + origin + " may not change anything here."));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void secure(HttpServletResponse response, List<String> allowed) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-XSS-Protection", "0");
    response.setHeader("Referrer-Policy", "same-origin");
    String framers = allowed.isEmpty() ? "" : " " + String.join(" ", allowed);
    response.setHeader("Content-Security-Policy", "frame-ancestors 'self'" + framers + ";");
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader(HttpHeaders.ORIGIN) != null
        && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
  }

  private static void preflight(
      HttpServletRequest request, HttpServletResponse response, boolean trusted) {
    response.setStatus(HttpStatus.NO_CONTENT.value());
    if (trusted) {
      response.setHeader(
          HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
          request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD));
      String headers = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
      if (headers != null) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
      }
      response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "3600");
    }
  }

  /** Whether an origin is the server itself, by whatever name the client or its proxy calls it. */
  private static boolean isOwn(String origin, HttpServletRequest request) {
    String authority = authority(origin);
    String forwarded = request.getHeader("X-Forwarded-Host");
    return authority != null
        && (authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
            || authority.equalsIgnoreCase(forwarded));
  }

  private static @Nullable String authority(String origin) {
    try {
      return new URI(origin).getAuthority();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean isAllowed(String origin, List<String> allowed) {
    return allowed.stream().anyMatch(pattern -> matches(origin, pattern));
  }

  private static boolean matches(String origin, String pattern) {
    String regex =
        Pattern.compile("\\*")
            .splitAsStream(pattern + " ")
            .map(part -> Pattern.quote(part.strip()))
            .collect(Collectors.joining("[^/]*"));
    return origin.matches(regex);
  }
}
