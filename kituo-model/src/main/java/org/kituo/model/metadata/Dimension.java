package org.kituo.model.metadata;

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
    klass = "org.hisp.dhis.common.DimensionItemKeywords")
@Virtual(name = "filter", kind = PropertyKind.TEXT)
@Virtual(name = "program", kind = PropertyKind.REFERENCE, klass = "org.hisp.dhis.program.Program")
@Virtual(
    name = "programStage",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.program.ProgramStage")
@Virtual(
    name = "repetition",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.eventvisualization.EventRepetition")
@Virtual(name = "valueType", kind = PropertyKind.CONSTANT, type = ValueType.class)
@Virtual(
    name = "optionSet",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.option.OptionSet")
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "legendSet",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.legend.LegendSet")
@Virtual(name = "dimensionType", kind = PropertyKind.CONSTANT, type = DimensionType.class)
public interface Dimension extends Nameable {

  /** The identifier in analytics. */
  @Computed
  default String dimension(View view) {
    return uid();
  }
}
