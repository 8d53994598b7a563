package org.kituo.server.message;

import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.kituo.model.schema.Dates;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.JsonRows;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.store.message.MessageTable;
import org.kituo.store.message.MessageTable.Mark;
import org.kituo.store.message.MessageTable.Message;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * The inbox of a user, in the shape of conversations: each message that the server wrote is a
 * conversation of one message, which can be read, marked and left, but not replied to.
 */
public final class MessageRoutes {
  private static final String NAME = "messageConversations";
  private static final String ROOT = "/api/" + NAME;

  private final MessageTable inboxes;

  /** Routes over inboxes. */
  public MessageRoutes(MessageTable inboxes) {
    this.inboxes = inboxes;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/me/dashboard"), this::counts)
        .and(route(GET(ROOT), this::list))
        .and(route(GET(ROOT + "/{uid}"), this::one))
        .and(route(POST(ROOT + "/read"), r -> mark(r, Mark.IS_READ, true, "markedRead")))
        .and(route(POST(ROOT + "/unread"), r -> mark(r, Mark.IS_READ, false, "markedUnread")))
        .and(route(POST(ROOT + "/followup"), r -> mark(r, Mark.FOLLOW_UP, true, "markedFollowup")))
        .and(
            route(
                POST(ROOT + "/unfollowup"),
                r -> mark(r, Mark.FOLLOW_UP, false, "unmarkedFollowup")))
        .and(route(DELETE(ROOT), r -> leave(r, Requests.texts(r, "mc"))))
        .and(route(DELETE(ROOT + "/{uid}/{user}"), r -> leave(r, List.of(r.pathVariable("uid")))));
  }

  private static String user(ServerRequest request) {
    return CurrentUser.actor(request).uid();
  }

  private ServerResponse counts(ServerRequest request) {
    int unread = inboxes.unread(user(request));
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeNumberProperty("unreadInterpretations", 0);
      json.writeNumberProperty("unreadMessageConversations", unread);
      json.writeEndObject();
    });
  }

  private ServerResponse list(ServerRequest request) {
    JsonRows rows =
        JsonRows.of(request, inboxes.of(user(request)).stream().map(MessageRoutes::row).toList());
    return Answers.json(json -> {
      json.writeStartObject();
      if (rows.isPaged()) {
        rows.pager(json);
      }
      rows.rows(json, NAME, "id,displayName");
      json.writeEndObject();
    });
  }

  private ServerResponse one(ServerRequest request) {
    String uid = request.pathVariable("uid");
    Message message =
        inboxes.of(user(request)).stream()
            .filter(m -> m.uid().equals(uid))
            .findFirst()
            .orElseThrow(() ->
                Problem.notFound("MessageConversation with id " + uid + " could not be found."));
    if (Requests.flag(request, "markRead", false)) {
      inboxes.mark(user(request), List.of(uid), Mark.IS_READ, true);
    }
    return Answers.json(json -> json.writeRawValue(row(message).toString()));
  }

  private static ObjectNode row(Message message) {
    String created =
        Dates.format(LocalDateTime.ofInstant(message.created(), ZoneId.systemDefault()));
    ObjectNode row = JsonRows.row();
    row.put("id", message.uid());
    row.put("name", message.subject());
    row.put("displayName", message.subject());
    row.put("subject", message.subject());
    row.put("created", created);
    row.put("lastUpdated", created);
    row.put("lastMessage", created);
    row.put("messageType", message.type().name());
    row.put("messageCount", 1);
    row.put("priority", "NONE");
    row.put("status", "NONE");
    row.put("read", message.read());
    row.put("followUp", message.followUp());
    ObjectNode text = row.putArray("messages").addObject();
    text.put("id", message.uid());
    text.put("created", created);
    text.put("text", message.text());
    text.put("internal", false);
    return row;
  }

  private ServerResponse mark(ServerRequest request, Mark mark, boolean value, String answer) {
    List<String> uids = Requests.json(request).valueStream().map(uid -> uid.asString("")).toList();
    return names(answer, inboxes.mark(user(request), uids, mark, value));
  }

  /** Takes messages out of the caller's own inbox, whoever is named. */
  private ServerResponse leave(ServerRequest request, List<String> uids) {
    return names("removed", inboxes.remove(user(request), uids));
  }

  private static ServerResponse names(String name, List<String> uids) {
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart(name);
      uids.forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    });
  }
}
