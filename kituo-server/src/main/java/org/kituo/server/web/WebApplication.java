package org.kituo.server.web;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.kituo.server.http.Problem;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the built web application. Addresses within it, such as {@code /dashboards/abc}, are
 * answered with its one page, which finds out by itself what to show. Files with a hash in their
 * name never change and are kept by browsers.
 */
public final class WebApplication {
  /** Nothing but our own files runs, and nobody frames the page. */
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=UTF-8"),
          Map.entry("js", "text/javascript;charset=UTF-8"),
          Map.entry("mjs", "text/javascript;charset=UTF-8"),
          Map.entry("css", "text/css;charset=UTF-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("webmanifest", "application/manifest+json"));

  private final Path folder;

  private WebApplication(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** The routes; without a folder there is but a page that says where the API is. */
  public static RouterFunction<ServerResponse> routes(Optional<Path> folder) {
    return folder
        .map(path -> route(GET("/**"), new WebApplication(path)::file))
        .orElseGet(() ->
            route(
                GET("/"),
                r ->
                    ServerResponse.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("The web application is not built. The API is below /api.")));
  }

  private ServerResponse file(ServerRequest request) throws IOException {
    String path = request.path();
    if (path.startsWith("/api/")) {
      throw Problem.of(HttpStatus.NOT_FOUND, null, "There is no resource " + path + ".");
    }
    Path file = folder.resolve(path.substring(1)).normalize();
    boolean own = file.startsWith(folder) && !file.equals(folder) && Files.isRegularFile(file);
    boolean page = !own && !path.substring(path.lastIndexOf('/') + 1).contains(".");
    if (!own && !page) {
      return ServerResponse.notFound().build();
    }
    Path served = own ? file : folder.resolve("index.html");
    String name = served.getFileName().toString();
    String type =
        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(
            path.startsWith("/assets/")
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache())
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "same-origin")
        .lastModified(Files.getLastModifiedTime(served).toInstant())
        .body(new FileSystemResource(served));
  }
}
