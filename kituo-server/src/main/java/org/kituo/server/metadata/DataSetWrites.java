package org.kituo.server.metadata;

import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Bundle;
import org.kituo.model.bundle.ImportOptions;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport;
import org.kituo.model.metadata.DataEntryForm;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes of data sets that have paths of their own. */
public final class DataSetWrites {
  private static final int FORMAT = 2;

  private final MetadataWriter writer;

  /** Over a writer. */
  public DataSetWrites(MetadataWriter writer) {
    this.writer = writer;
  }

  /** A data set that the user may read. */
  public static DataSet readable(String uid, Actor actor, MetadataSnapshot snapshot) {
    return (DataSet) Types.object(Types.byPath("dataSets"), uid, actor, snapshot);
  }

  /** Makes some HTML the form of a data set. */
  public void customForm(DataSet set, String html, Actor actor, MetadataSnapshot snapshot) {
    requireWrite(set, actor, snapshot);
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    ObjectNode form =
        set.dataEntryForm() == null
            ? newForm(set)
            : snapshot
                .find(DataEntryForm.class, set.dataEntryForm().id())
                .map(StoredJson::of)
                .orElseGet(() -> newForm(set));
    form.put("htmlCode", html);
    bundle.putArray("dataEntryForms").add(form);
    ObjectNode stored = StoredJson.of(set);
    stored.putObject("dataEntryForm").put("id", form.get("id").asString());
    bundle.putArray("dataSets").add(stored);
    save(bundle, actor);
  }

  private static ObjectNode newForm(DataSet set) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("id", NewUids.next());
    form.put("name", set.name());
    form.put("style", "NORMAL");
    form.put("format", FORMAT);
    return form;
  }

  /** Counts the version of a data set on, so that clients read it anew. */
  public void countVersion(DataSet set, Actor actor, MetadataSnapshot snapshot) {
    requireWrite(set, actor, snapshot);
    writer.countVersion(actor, set);
  }

  private void save(ObjectNode bundle, Actor actor) {
    ImportReport report =
        writer.run(
            actor,
            ImportOptions.of(Strategy.CREATE_AND_UPDATE),
            (now, context) -> Bundle.read(bundle, false, now, context.newUid()));
    if (report.status() != ImportReport.Status.OK) {
      throw Problem.conflict(
          report.errors().getFirst().code(), report.errors().getFirst().message());
    }
  }

  private static void requireWrite(DataSet set, Actor actor, MetadataSnapshot snapshot) {
    if (!AccessRules.may(actor, Action.WRITE, set, snapshot)) {
      throw Problem.of(
          HttpStatus.FORBIDDEN,
          "E1006",
          "You don't have the proper permissions to update this object.");
    }
  }
}
