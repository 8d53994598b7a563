package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DataElementDomain;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;

/**
 * What is counted or noted: a question of a form, with the type of its values and the way they
 * aggregate.
 */
@MetadataType(
    klass = "org.hisp.dhis.dataelement.DataElement",
    plural = "dataElements",
    order = 1200,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_DATAELEMENT_PUBLIC_ADD",
    createPrivate = "F_DATAELEMENT_PRIVATE_ADD",
    delete = "F_DATAELEMENT_DELETE")
@Inverse(
    name = "dataElementGroups",
    singular = "dataElementGroup",
    field = "groups",
    of = DataElementGroup.class,
    by = "dataElements")
public record DataElement(
    Identity identity,
    @Property List<Integer> aggregationLevels,
    @Property(length = 50, required = true) @Nullable AggregationType aggregationType,
    @Property(required = true) @Nullable Ref<CategoryCombo> categoryCombo,
    @Property @Nullable Ref<OptionSet> commentOptionSet,
    @Property(translatable = "DESCRIPTION") @Nullable String description,
    @Property(required = true) @Nullable DataElementDomain domainType,
    @Property @Nullable String fieldMask,
    @Property(min = 2, max = 230, translatable = "FORM_NAME") @Nullable String formName,
    @Property List<Ref<LegendSet>> legendSets,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property @Nullable Ref<OptionSet> optionSet,
    @Property(max = 50, required = true, unique = true, translatable = "SHORT_NAME")
        @Nullable String shortName,
    @Property @Nullable ObjectStyle style,
    @Property(kind = PropertyKind.URL) @Nullable String url,
    @Property(length = 50, required = true) @Nullable ValueType valueType,
    @Property(klass = "org.hisp.dhis.common.ValueTypeOptions") @Nullable JsonNode valueTypeOptions,
    @Property(required = true) boolean zeroIsSignificant)
    implements DimensionItem {

  /** Whether values come from an option set. */
  @Computed
  public boolean optionSetValue(View view) {
    return optionSet != null;
  }

  /** Its places in data sets. */
  @Computed(persisted = true)
  public List<DataSetElement> dataSetElements(View view) {
    return view.snapshot().referrers(this, DataSet.class, "dataSetElements").stream()
        .flatMap(set -> set.dataSetElements().stream())
        .filter(
            element -> element.dataElement() != null && element.dataElement().id().equals(uid()))
        .toList();
  }
}
