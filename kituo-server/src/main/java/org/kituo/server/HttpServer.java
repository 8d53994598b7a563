package org.kituo.server;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.kituo.store.folder.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Tomcat with Spring's functional routes, a virtual thread per request. Spring finds nothing by
 * itself: the parts of Spring Boot in use are listed here, and Kituo's own objects are handed over
 * complete.
 */
final class HttpServer implements AutoCloseable {
  private final ServletWebServerApplicationContext context;

  private HttpServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /**
   * Prepares everything in a thread of its own, and starts to listen and answer once the content is
   * there.
   *
   * @param address to listen on; port 0 for any that is free
   * @throws StartFailure when the port is taken or the address is not one of this machine
   */
  static CompletableFuture<HttpServer> start(
      InetSocketAddress address, CompletableFuture<Content> content) {
    requireFree(address);
    CompletableFuture<HttpServer> started = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("http-start")
        .start(() -> {
          try {
            started.complete(new HttpServer(listening(address, content)));
          } catch (RuntimeException | Error e) {
            started.completeExceptionally(e);
          }
        });
    return started;
  }

  /** A taken port is told before anything else has been started. */
  private static void requireFree(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (BindException e) {
      String reason = String.valueOf(e.getMessage());
      throw new StartFailure(
          reason.contains("in use")
              ? "Port %d is taken by another program. Choose another with --port."
                  .formatted(address.getPort())
              : "The server cannot listen on port %d of %s: %s"
                  .formatted(address.getPort(), address.getHostString(), reason),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServletWebServerApplicationContext listening(
      InetSocketAddress address, CompletableFuture<Content> content) {
    SpringApplication application = new SpringApplication(Parts.class);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.ofEntries(
            Map.entry("server.address", address.getHostString()),
            Map.entry("server.port", address.getPort()),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.error.include-message", "never"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            // Questions may name hundreds of units.
            Map.entry("server.max-http-request-header-size", "64KB"),
            Map.entry("server.tomcat.relaxed-query-chars", "[,],{,},|,^,<,>,\\,`,\""),
            Map.entry("spring.servlet.multipart.max-file-size", "12MB"),
            Map.entry("spring.servlet.multipart.max-request-size", "12MB"),
            Map.entry("server.compression.enabled", "true"),
            Map.entry(
                "server.compression.mime-types",
                "application/json,text/html,text/css,text/javascript,text/csv"),
            Map.entry("spring.main.banner-mode", "off"),
            // Who waits for the server gets its failures, and tells them.
            Map.entry("logging.level.org.springframework.boot.SpringApplication", "off"),
            Map.entry("logging.level.org.springframework.boot.tomcat", "off"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.web.resources.add-mappings", "false")));
    application.addInitializers(context -> {
      GenericApplicationContext beans = (GenericApplicationContext) context;
      beans.registerBean("routes", RouterFunction.class, () -> content.join().routes());
      beans.registerBean("filters", Filters.class, () -> new Filters(content));
    });
    return (ServletWebServerApplicationContext) application.run();
  }

  /**
   * What is answered.
   *
   * @param routes all that the server answers
   * @param filters what requests pass before, in order
   */
  record Content(RouterFunction<ServerResponse> routes, List<Filter> filters) {}

  /** Filters come in the order given, before everything else. */
  private record Filters(CompletableFuture<Content> content)
      implements ServletContextInitializer, Ordered {
    @Override
    public void onStartup(ServletContext context) throws ServletException {
      for (Filter filter : content.join().filters()) {
        new FilterRegistrationBean<>(filter).onStartup(context);
      }
    }

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }
  }

  /** The port that the server listens on. */
  int port() {
    return Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /** Lets running requests end, for ten seconds at most, and stops. */
  @Override
  public void close() {
    context.close();
  }

  /** The parts of Spring Boot that are in use. */
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class
  })
  static class Parts {}
}
