package org.kituo.server.http;

import java.util.UUID;
import org.kituo.model.query.QueryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers what routes throw. An unexpected failure is logged under a number that the client is
 * told.
 */
public final class ProblemFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemFilter.class);

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
    try {
      return next.handle(request);
    } catch (Problem problem) {
      return Answers.problem(problem);
    } catch (QueryException e) {
      return Answers.problem(Problem.badRequest(e.code(), String.valueOf(e.getMessage())));
    } catch (Exception e) {
      String number = UUID.randomUUID().toString();
      LOG.error("Failure {} in {} {}", number, request.method(), request.path(), e);
      return Answers.problem(
          Problem.of(
              HttpStatus.INTERNAL_SERVER_ERROR,
              null,
              "Something went wrong on the server. The log tells more under the number "
                  + number
                  + "."));
    }
  }
}
