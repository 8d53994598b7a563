package org.kituo.bench.micro;

import java.io.OutputStream;
import java.util.List;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Writing the fields of a thousand organisation units. */
@State(Scope.Benchmark)
public class FieldsBenchmark {
  private static final int UNITS = 1_000;

  /** What is asked for. */
  @Param({"id,name,path", ":owner", "id,parent[id,name],children[id]"})
  public String fields = "";

  private List<OrganisationUnit> units = List.of();
  private FieldsPlan plan = FieldsPlan.compile(ObjectType.of(OrganisationUnit.class), "id");
  private View view = view(Units.snapshot(1));

  /** Makes the units. */
  @Setup
  public void prepare() {
    MetadataSnapshot snapshot = Units.snapshot(UNITS);
    units = List.copyOf(snapshot.all(OrganisationUnit.class));
    plan = FieldsPlan.compile(ObjectType.of(OrganisationUnit.class), fields);
    view = view(snapshot);
  }

  private static View view(MetadataSnapshot snapshot) {
    return new View(
        snapshot,
        "U0000000000",
        null,
        "http://localhost/api",
        object -> NullNode.getInstance(),
        uid -> null);
  }

  /** Writes them to nowhere. */
  @Benchmark
  public void write() {
    try (JsonGenerator json =
        JsonMapper.shared().createGenerator(OutputStream.nullOutputStream())) {
      FieldsWriter writer = new FieldsWriter(json, view);
      json.writeStartArray();
      units.forEach(unit -> writer.write(unit, plan));
      json.writeEndArray();
    }
  }
}
