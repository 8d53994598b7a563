package org.kituo.server;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import org.kituo.store.folder.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
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
   * @throws StartFailure when the port is taken or the address is not one of this machine
   */
  static HttpServer start(InetSocketAddress address, RouterFunction<ServerResponse> routes) {
    SpringApplication application = new SpringApplication(Parts.class);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of(
            "server.address", address.getHostString(),
            "server.port", address.getPort(),
            "server.shutdown", "graceful",
            "server.error.include-message", "never",
            "spring.lifecycle.timeout-per-shutdown-phase", "10s",
            "spring.main.banner-mode", "off",
            "spring.threads.virtual.enabled", "true",
            "spring.web.resources.add-mappings", "false"));
    application.addInitializers(context ->
        ((GenericApplicationContext) context)
            .registerBean("routes", RouterFunction.class, () -> routes));
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
    HttpEncodingAutoConfiguration.class
  })
  static class Parts {}
}
