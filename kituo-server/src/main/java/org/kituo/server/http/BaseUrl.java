package org.kituo.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The address under which clients know the server: the one configured, or the one that the request
 * came to.
 */
public final class BaseUrl {
  private final Optional<URI> configured;

  /** With the configured address, if there is one. */
  public BaseUrl(Optional<URI> configured) {
    this.configured = configured;
  }

  /** The address, without a slash at the end, such as {@code http://localhost:8080}. */
  public String of(ServerRequest request) {
    return configured
        .map(URI::toString)
        .map(u -> u.endsWith("/") ? u.substring(0, u.length() - 1) : u)
        .orElseGet(() -> requested(request.servletRequest()));
  }

  private static String requested(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }

  /** The address of the Web API, such as {@code http://localhost:8080/api}. */
  public String api(ServerRequest request) {
    return of(request) + "/api";
  }
}
