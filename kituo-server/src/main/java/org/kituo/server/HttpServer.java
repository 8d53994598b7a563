package org.kituo.server;

import jakarta.servlet.Filter;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kituo.store.folder.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContextException;
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
   * Starts to listen and answer.
   *
   * @param address to listen on; port 0 for any that is free
   * @param routes all that the server answers
   * @param filters what requests pass before, in order
   * @throws StartFailure when the port is taken or the address is not one of this machine
   */
  static HttpServer start(
      InetSocketAddress address, RouterFunction<ServerResponse> routes, List<Filter> filters) {
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
            Map.entry("server.tomcat.relaxed-query-chars", "[,],{,},|,^,<,>,\\,`,\""),
            Map.entry("spring.servlet.multipart.max-file-size", "12MB"),
            Map.entry("spring.servlet.multipart.max-request-size", "12MB"),
            Map.entry("server.compression.enabled", "true"),
            Map.entry(
                "server.compression.mime-types",
                "application/json,text/html,text/css,text/javascript,text/csv"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.web.resources.add-mappings", "false")));
    application.addInitializers(context ->
        ((GenericApplicationContext) context)
            .registerBean("routes", RouterFunction.class, () -> routes));
    application.addInitializers(context -> register((GenericApplicationContext) context, filters));
    try {
      return new HttpServer((ServletWebServerApplicationContext) application.run());
    } catch (ApplicationContextException e) {
      if (e.getCause() instanceof PortInUseException taken) {
        throw new StartFailure(
            "Port " + taken.getPort() + " is taken by another program. Choose another with --port.",
            e);
      }
      if (e.getCause() instanceof WebServerException failure) {
        throw new StartFailure(
            "The server cannot listen on " + address.getHostString() + ": " + failure.getMessage(),
            e);
      }
      throw e;
    }
  }

  /** Filters come in the order given, before everything else. */
  private static void register(GenericApplicationContext context, List<Filter> filters) {
    for (int i = 0; i < filters.size(); i++) {
      FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filters.get(i));
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE + i);
      registration.addUrlPatterns("/*");
      context.registerBean("filter" + i, FilterRegistrationBean.class, () -> registration);
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
