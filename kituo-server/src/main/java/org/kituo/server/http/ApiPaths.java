package org.kituo.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The path rules of the Web API, so that routes know one form: the version in {@code /api/42/me} is
 * accepted and says nothing, a slash at the end too, and {@code .json} is the usual format.
 */
public final class ApiPaths extends OncePerRequestFilter {
  private static final Pattern VERSION = Pattern.compile("^/api/(2[89]|3\\d|4[0-4])(/.*)?$");

  /** Another name of {@code /api/apiToken}. */
  private static final String TOKENS = "/api/apiTokens";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    String plain = plain(path);
    chain.doFilter(plain.equals(path) ? request : new Renamed(request, plain), response);
  }

  static String plain(String path) {
    if (!path.startsWith("/api")) {
      return path;
    }
    String plain = path;
    Matcher version = VERSION.matcher(plain);
    if (version.matches()) {
      plain = "/api" + (version.group(2) == null ? "" : version.group(2));
    }
    if (plain.endsWith("/") && plain.length() > 1) {
      plain = plain.substring(0, plain.length() - 1);
    }
    if (plain.equals(TOKENS) || plain.startsWith(TOKENS + "/")) {
      plain = "/api/apiToken" + plain.substring(TOKENS.length());
    }
    if (plain.endsWith(".json")) {
      plain = plain.substring(0, plain.length() - ".json".length());
    }
    return plain;
  }

  /** A request under another path. */
  private static final class Renamed extends HttpServletRequestWrapper {
    private final String path;

    Renamed(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public String getServletPath() {
      return path;
    }

    @Override
    public StringBuffer getRequestURL() {
      StringBuffer url = super.getRequestURL();
      return url.replace(url.indexOf(super.getRequestURI()), url.length(), path);
    }
  }
}
