package org.kituo.server.authentication;

import org.jspecify.annotations.Nullable;
import org.kituo.model.access.Actor;
import org.kituo.server.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;

/** The user of a request. */
public final class CurrentUser {
  static final String ATTRIBUTE = "kituo.actor";
  static final String SESSION = "kituo.session";

  private CurrentUser() {}

  /** The one whom the request comes from. */
  public static Actor actor(ServerRequest request) {
    if (request.servletRequest().getAttribute(ATTRIBUTE) instanceof Actor actor) {
      return actor;
    }
    throw Problem.of(HttpStatus.UNAUTHORIZED, null, "Unauthorized");
  }

  /** The token of the session of a request; null where it comes without one. */
  public static @Nullable String session(ServerRequest request) {
    return request.servletRequest().getAttribute(SESSION) instanceof String token ? token : null;
  }

  /** Refuses those who have none of some authorities. */
  public static void require(Actor actor, String... authorities) {
    if (!actor.hasAny(authorities)) {
      throw Problem.forbidden(
          null,
          "Access is denied, requires one Authority from "
              + java.util.Arrays.toString(authorities));
    }
  }
}
