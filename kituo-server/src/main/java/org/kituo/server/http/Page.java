package org.kituo.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.core.JsonGenerator;

/**
 * A page of a list.
 *
 * @param number the first is 1
 * @param size the greatest number of items
 * @param total the number of items of all pages
 */
public record Page(int number, int size, int total) {
  private static final int SIZE = 50;

  /** The page that a request asks for. */
  public static Page of(ServerRequest request, int total, int mostItems) {
    int size = Math.clamp(Requests.integer(request, "pageSize", SIZE), 1, mostItems);
    return new Page(Math.max(1, Requests.integer(request, "page", 1)), size, total);
  }

  /** The items on the page. */
  public <T> List<T> of(List<T> all) {
    long from = Math.min((long) (number - 1) * size, all.size());
    return all.subList((int) from, (int) Math.min(from + size, all.size()));
  }

  /** The number of pages. */
  public int count() {
    return (total + size - 1) / size;
  }

  /**
   * Writes the property {@code pager}.
   *
   * @param counted whether the number of items is told
   */
  public void write(JsonGenerator json, ServerRequest request, String apiUrl, boolean counted) {
    json.writeName("pager");
    json.writeStartObject();
    json.writeNumberProperty("page", number);
    if (counted) {
      json.writeNumberProperty("total", total);
    }
    json.writeNumberProperty("pageSize", size);
    if (number < count()) {
      json.writeStringProperty("nextPage", link(request, apiUrl, number + 1));
    }
    if (number > 1) {
      json.writeStringProperty("prevPage", link(request, apiUrl, number - 1));
    }
    if (counted) {
      json.writeNumberProperty("pageCount", count());
    }
    json.writeEndObject();
  }

  private static String link(ServerRequest request, String apiUrl, int page) {
    List<String> parameters = new ArrayList<>();
    parameters.add("page=" + page);
    request
        .servletRequest()
        .getParameterMap()
        .forEach((name, values) -> {
          if (!name.equals("page")) {
            for (String value : values) {
              parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
          }
        });
    String path = request.servletRequest().getRequestURI().substring("/api".length());
    return apiUrl + path + "?" + String.join("&", parameters);
  }
}
