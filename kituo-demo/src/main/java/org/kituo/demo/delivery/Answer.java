package org.kituo.demo.delivery;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server's answer to an import. */
record Answer(int status, String body) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int EXCERPT = 2000;

  /** Fails with everything the server complains about, unless all was taken. */
  void demandAccepted(String request) {
    JsonNode message = parsed();
    boolean accepted = status >= 200 && status < 300 && !"ERROR".equals(text(message, "status"));
    List<String> reasons = reasons(message);
    if (accepted && reasons.isEmpty()) {
      return;
    }
    if (reasons.isEmpty()) {
      reasons.add(body.substring(0, Math.min(body.length(), EXCERPT)));
    }
    reasons.addFirst("HTTP " + status + " " + text(message, "message"));
    throw new Refused(request, reasons);
  }

  private JsonNode parsed() {
    try {
      return JSON.readTree(body);
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }

  private static List<String> reasons(JsonNode message) {
    JsonNode report = message.has("response") ? message.path("response") : message;
    List<String> reasons = new ArrayList<>();
    report.path("errorReports").forEach(e -> reasons.add(error(e)));
    for (JsonNode type : report.path("typeReports")) {
      for (JsonNode object : type.path("objectReports")) {
        String where = shortName(text(object, "klass")) + " " + text(object, "uid") + ": ";
        object.path("errorReports").forEach(e -> reasons.add(where + error(e)));
      }
    }
    for (JsonNode conflict : report.path("conflicts")) {
      int values = conflict.path("indexes").size();
      reasons.add(
          text(conflict, "errorCode") + " " + text(conflict, "value") + " (" + values + " values)");
    }
    int ignored = report.path("importCount").path("ignored").asInt(0);
    if (reasons.isEmpty() && ignored > 0) {
      reasons.add(ignored + " values were ignored");
    }
    return reasons;
  }

  private static String error(JsonNode error) {
    return text(error, "errorCode") + " " + text(error, "message");
  }

  private static String shortName(String klass) {
    return klass.substring(klass.lastIndexOf('.') + 1);
  }

  private static String text(JsonNode node, String property) {
    return node.path(property).asString("");
  }
}
