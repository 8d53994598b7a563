package org.kituo.bench.micro;

import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Changing one object of a snapshot: it should hardly depend on how much there is. */
@State(Scope.Benchmark)
public class SnapshotBenchmark {
  /** How many objects there are. */
  @Param({"1000", "250000"})
  public int units;

  private MetadataSnapshot snapshot = Units.snapshot(1);
  private OrganisationUnit renamed = Units.unit(0, "Renamed");

  /** Makes the snapshot. */
  @Setup
  public void prepare() {
    snapshot = Units.snapshot(units);
    renamed = Units.unit(units / 2, "Renamed");
  }

  /** The next snapshot, with one unit renamed. */
  @Benchmark
  public MetadataSnapshot change() {
    SnapshotChange change = snapshot.change();
    change.put(renamed);
    return change.snapshot();
  }
}
