package org.kituo.server.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A response with one header more.
 *
 * @param inner the response
 * @param name the header
 * @param value its value
 */
public record HeadedResponse(ServerResponse inner, String name, String value)
    implements ServerResponse {

  @Override
  public HttpStatusCode statusCode() {
    return inner.statusCode();
  }

  @Override
  public HttpHeaders headers() {
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(inner.headers());
    headers.set(name, value);
    return headers;
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return inner.cookies();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws ServletException, IOException {
    response.setHeader(name, value);
    return inner.writeTo(request, response, context);
  }
}
