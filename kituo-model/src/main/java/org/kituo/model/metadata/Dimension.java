package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** Objects that are themselves a dimension of analytics. */
@Virtual(name = "allItems", kind = PropertyKind.BOOLEAN, value = "false")
@Virtual(
    name = "dimensionItemKeywords",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.common.DimensionItemKeywords",
    writable = false)
@Virtual(name = "filter", kind = PropertyKind.TEXT)
@Virtual(name = "program", kind = PropertyKind.REFERENCE, klass = "org.hisp.dhis.program.Program")
@Virtual(
    name = "programStage",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.program.ProgramStage")
@Virtual(
    name = "repetition",
    field = "eventRepetition",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.eventvisualization.EventRepetition")
@Virtual(name = "valueType", kind = PropertyKind.CONSTANT, type = ValueType.class, writable = false)
@Virtual(
    name = "optionSet",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.option.OptionSet",
    writable = false)
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "legendSet",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.legend.LegendSet")
public interface Dimension extends Nameable {

  /** What kind of dimension it is. */
  @Computed(writable = true)
  default @Nullable DimensionType dimensionType(View view) {
    return switch (this) {
      case CategoryOptionGroupSet s -> DimensionType.CATEGORY_OPTION_GROUP_SET;
      case DataElementGroupSet s -> DimensionType.DATA_ELEMENT_GROUP_SET;
      case OrganisationUnitGroupSet s -> DimensionType.ORGANISATION_UNIT_GROUP_SET;
      case OptionGroupSet s -> DimensionType.OPTION_GROUP_SET;
      default -> null;
    };
  }

  /** The identifier in analytics. */
  @Computed(writable = true)
  default String dimension(View view) {
    return uid();
  }
}
