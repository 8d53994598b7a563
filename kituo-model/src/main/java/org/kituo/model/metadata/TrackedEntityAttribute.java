package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.metadata.constant.QueryOperator;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** A property of tracked entities, such as a name or a number. */
@MetadataType(
    klass = "org.hisp.dhis.trackedentity.TrackedEntityAttribute",
    plural = "trackedEntityAttributes",
    order = 1450,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_TRACKED_ENTITY_ATTRIBUTE_PUBLIC_ADD",
    createPrivate = "F_TRACKED_ENTITY_ATTRIBUTE_PRIVATE_ADD",
    delete = "F_TRACKED_ENTITY_ATTRIBUTE_DELETE")
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"PROGRAM_ATTRIBUTE\"")
@Virtual(name = "trigramIndexed", kind = PropertyKind.BOOLEAN, value = "false")
public record TrackedEntityAttribute(
    Identity identity,
    @Property(length = 40, required = true) @Nullable AggregationType aggregationType,
    @Property(max = 255, length = 255, ordered = false) List<QueryOperator> blockedSearchOperators,
    @Property(min = 2, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property boolean displayInListNoProgram,
    @Property boolean displayOnVisitSchedule,
    @Property @Nullable String expression,
    @Property @Nullable String fieldMask,
    @Property(max = Integer.MAX_VALUE, translatable = "FORM_NAME") @Nullable String formName,
    @Property boolean generated,
    @Property boolean inherit,
    @Property List<Ref<LegendSet>> legendSets,
    @Property int minCharactersToSearch,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property @Nullable Ref<OptionSet> optionSet,
    @Property boolean orgunitScope,
    @Property String pattern,
    @Property @Nullable QueryOperator preferredSearchOperator,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName,
    @Property boolean skipAnalytics,
    @Property boolean skipSynchronization,
    @Property @Nullable Integer sortOrderInListNoProgram,
    @Property @Nullable Integer sortOrderInVisitSchedule,
    @Property @Nullable ObjectStyle style,
    @Property(required = true) boolean trigramIndexable,
    @Property boolean unique,
    @Property(length = 36, required = true) @Nullable ValueType valueType)
    implements DimensionItem {

  /** An attribute without a pattern has an empty one, which clients expect. */
  public TrackedEntityAttribute {
    pattern = java.util.Objects.requireNonNullElse(pattern, "");
  }

  /** Whether values come from an option set. */
  @Computed
  public boolean optionSetValue(View view) {
    return optionSet != null;
  }
}
