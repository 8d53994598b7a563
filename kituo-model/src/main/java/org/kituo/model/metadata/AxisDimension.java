package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/**
 * A dimension in the columns, rows or filters of a stored table or chart.
 *
 * @param identity holds the identifier alone
 * @param dimension the identifier in analytics
 * @param dimensionType what kind of dimension it is
 * @param filter which values are wanted, such as {@code GT:5}
 * @param legendSet by which the values are grouped
 * @param program of events
 * @param programStage of events
 * @param items the items wanted: objects or {@link AxisItem}s; none for all
 * @param name the name for people
 */
@MetadataType(
    klass = "org.hisp.dhis.common.DimensionalObject",
    plural = "dimensions",
    metadata = false,
    translatable = false,
    owned = false)
public record AxisDimension(
    Identity identity,
    @Property String dimension,
    @Property @Nullable DimensionType dimensionType,
    @Property @Nullable String filter,
    @Property @Nullable Ref<LegendSet> legendSet,
    @Property @Nullable Ref<Program> program,
    @Property @Nullable Ref<ProgramStage> programStage,
    @Property(klass = "org.hisp.dhis.common.DimensionalItemObject") List<Object> items,
    @Property @Nullable String name)
    implements Identifiable {

  /** A dimension without filter, legend and program. */
  static AxisDimension of(
      String dimension, @Nullable DimensionType type, @Nullable String name, List<?> items) {
    return new AxisDimension(
        Identity.of(dimension, null),
        dimension,
        type,
        null,
        null,
        null,
        null,
        List.copyOf(items),
        name);
  }
}
