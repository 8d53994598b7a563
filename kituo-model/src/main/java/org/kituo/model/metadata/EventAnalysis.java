package org.kituo.model.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;

/** Stored tables and charts of events. */
public interface EventAnalysis extends AnalyticalObject {

  /** The program that the events are of. */
  @Nullable Ref<Program> program();

  /** The data element whose values are aggregated. */
  @Nullable Ref<DataElement> dataElementValueDimension();

  /** The attribute whose values are aggregated. */
  @Nullable Ref<TrackedEntityAttribute> attributeValueDimension();

  /** What is aggregated: a data element or an attribute. */
  @Computed(writable = true, klass = "org.hisp.dhis.common.DimensionalItemObject")
  default @Nullable Ref<?> value(View view) {
    return dataElementValueDimension() != null
        ? dataElementValueDimension()
        : attributeValueDimension();
  }

  /** The programs that the dimensions are of. */
  @Computed(singular = "programDimension", writable = true)
  default List<Ref<Program>> programDimensions(View view) {
    Set<Ref<Program>> programs = new LinkedHashSet<>();
    if (program() != null) {
      programs.add(program());
    }
    for (TrackedEntityDataElementDimension dimension : dataElementDimensions()) {
      if (dimension.programStage() != null) {
        view.snapshot()
            .find(ProgramStage.class, dimension.programStage().id())
            .map(ProgramStage::program)
            .ifPresent(programs::add);
      }
    }
    return List.copyOf(programs);
  }
}
