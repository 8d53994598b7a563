package org.kituo.server.user;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.metadata.User;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.View;
import org.kituo.server.account.PasswordChange;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.SingleImport;
import org.kituo.server.metadata.StoredJson;
import org.kituo.server.metadata.Views;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What users change of their own account: the profile and the password. */
public final class OwnProfileRoutes {
  private static final ObjectType<User> USER = ObjectType.of(User.class);

  /** What a user may say of him- or herself. */
  private static final List<String> PROFILE =
      List.of(
          "firstName",
          "surname",
          "email",
          "phoneNumber",
          "jobTitle",
          "introduction",
          "gender",
          "birthday",
          "nationality",
          "employer",
          "education",
          "interests",
          "languages",
          "welcomeMessage",
          "whatsApp",
          "facebookMessenger",
          "skype",
          "telegram",
          "twitter",
          "avatar");

  private final Views views;
  private final SingleImport single;
  private final PasswordChange passwords;

  /** Routes over the import of single objects. */
  public OwnProfileRoutes(Views views, SingleImport single, PasswordChange passwords) {
    this.views = views;
    this.single = single;
    this.passwords = passwords;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(PUT("/api/me"), this::profile)
        .and(route(PUT("/api/me/changePassword"), this::changePassword))
        .and(route(POST("/api/me/verifyPassword"), this::verify))
        .and(route(POST("/api/me/validatePassword"), this::validate))
        .and(route(DELETE("/api/me/avatar"), this::removeAvatar));
  }

  private User current(ServerRequest request) {
    return CurrentUser.actor(request).user();
  }

  private ServerResponse profile(ServerRequest request) {
    ObjectNode given = SingleImport.body(request);
    write(request, given);
    View view = views.of(request);
    List<String> fields = Requests.texts(request, "fields");
    FieldsPlan plan =
        FieldsPlan.compile(
            USER, FieldsParser.parse(fields.isEmpty() ? FieldsPlan.ALL : String.join(",", fields)));
    User user = view.snapshot().find(User.class, current(request).uid()).orElseThrow();
    return Answers.json(json -> new FieldsWriter(json, view).write(user, plan));
  }

  private void write(ServerRequest request, ObjectNode given) {
    SingleImport.require(
        single
            .writer()
            .run(
                CurrentUser.actor(request),
                ImportOptions.of(Strategy.UPDATE).forOwnAccount(),
                (snapshot, context) -> {
                  User user =
                      snapshot.find(User.class, current(request).uid()).orElse(current(request));
                  ObjectNode json = StoredJson.of(user);
                  for (String property : PROFILE) {
                    if (given.has(property)) {
                      json.set(property, given.get(property));
                    }
                  }
                  return SingleImport.fitting(
                      new Bundle(List.of(Bundle.readOne(USER, json, user::uid))));
                }));
  }

  private ServerResponse removeAvatar(ServerRequest request) {
    ObjectNode none = JsonMapper.shared().createObjectNode();
    none.putNull("avatar");
    write(request, none);
    return ServerResponse.noContent().build();
  }

  private ServerResponse changePassword(ServerRequest request) {
    JsonNode body = SingleImport.body(request);
    User user = current(request);
    if (!passwords.isRight(user, body.path("oldPassword").asString(""))) {
      throw Problem.conflict("E1004", "OldPassword is incorrect");
    }
    passwords.apply(user, body.path("newPassword").asString(""), Map.of());
    return ServerResponse.status(HttpStatus.ACCEPTED).build();
  }

  private ServerResponse verify(ServerRequest request) {
    boolean right = passwords.isRight(current(request), password(request));
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeBooleanProperty("isCorrectPassword", right);
      json.writeEndObject();
    });
  }

  private ServerResponse validate(ServerRequest request) {
    String fault = passwords.fault(current(request), password(request));
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeBooleanProperty("isValidPassword", fault == null);
      if (fault != null) {
        json.writeStringProperty("errorMessage", fault);
      }
      json.writeEndObject();
    });
  }

  /** The password of a body that is either text or an object with a member for it. */
  private static String password(ServerRequest request) {
    String body = Requests.bodyText(request);
    JsonNode object = body.stripLeading().startsWith("{") ? object(body) : null;
    return object == null ? body : object.path("password").asString("");
  }

  private static @Nullable JsonNode object(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return null;
    }
  }
}
