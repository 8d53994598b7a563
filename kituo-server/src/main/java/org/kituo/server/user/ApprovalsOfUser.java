package org.kituo.server.user;

import java.util.List;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataApprovalWorkflow;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Answers;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** The approval workflows that a user sees. */
final class ApprovalsOfUser {

  private ApprovalsOfUser() {}

  static ServerResponse workflows(Actor actor, MetadataSnapshot snapshot) {
    List<DataApprovalWorkflow> seen =
        snapshot.all(DataApprovalWorkflow.class).stream()
            .filter(w -> AccessRules.may(actor, Action.READ, w, snapshot))
            .toList();
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("dataApprovalWorkflows");
      json.writeStartArray();
      seen.forEach(w -> named(json, w));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void named(JsonGenerator json, MetadataObject object) {
    json.writeStartObject();
    json.writeStringProperty("id", object.uid());
    json.writeStringProperty("name", object.name());
    json.writeEndObject();
  }
}
