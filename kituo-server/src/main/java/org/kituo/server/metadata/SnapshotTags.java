package org.kituo.server.metadata;

import java.util.Objects;
import java.util.function.Supplier;
import org.kituo.model.snapshot.View;
import org.kituo.server.http.HeadedResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Entity tags of answers that depend on metadata, and perhaps on something else that has a version:
 * the snapshot's version, the user and the request. A client that sends the tag back learns in a
 * few microseconds that nothing has changed.
 */
public final class SnapshotTags {
  private static final String IF_NONE_MATCH = "If-None-Match";
  private final long started = System.currentTimeMillis();

  /** Answers 304 where the client has the answer already; else the answer with its tag. */
  public ServerResponse answered(
      ServerRequest request, View view, Supplier<ServerResponse> answer) {
    return answered(request, view, "", answer);
  }

  /**
   * The same for answers that depend on more than metadata.
   *
   * @param more what else they depend on, written so that it differs where the answer may
   */
  public ServerResponse answered(
      ServerRequest request, View view, String more, Supplier<ServerResponse> answer) {
    String tag = tag(request, view, more);
    if (tag.equals(request.servletRequest().getHeader(IF_NONE_MATCH))) {
      return ServerResponse.status(HttpStatus.NOT_MODIFIED).header("ETag", tag).build();
    }
    return new HeadedResponse(answer.get(), "ETag", tag);
  }

  private String tag(ServerRequest request, View view, String more) {
    var servlet = request.servletRequest();
    int asked =
        Objects.hash(
            servlet.getRequestURI(),
            servlet.getQueryString(),
            view.userId(),
            view.locale(),
            view.apiUrl());
    return "\""
        + Long.toHexString(started)
        + "-"
        + view.snapshot().version()
        + "-"
        + Integer.toHexString(asked)
        + more
        + "\"";
  }
}
