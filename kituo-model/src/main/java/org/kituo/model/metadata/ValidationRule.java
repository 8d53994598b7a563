package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.metadata.constant.Importance;
import org.kituo.model.metadata.constant.Operator;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;

/** A comparison of two expressions that data should satisfy. */
@MetadataType(
    klass = "org.hisp.dhis.validation.ValidationRule",
    plural = "validationRules",
    order = 1390,
    nameable = true,
    shareable = true,
    attributable = true,
    createPublic = "F_VALIDATIONRULE_PUBLIC_ADD",
    createPrivate = "F_VALIDATIONRULE_PRIVATE_ADD",
    delete = "F_VALIDATIONRULE_DELETE")
@Virtual(name = "aggregateExportAttributeOptionCombo", kind = PropertyKind.TEXT)
@Virtual(name = "aggregateExportCategoryOptionCombo", kind = PropertyKind.TEXT)
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(name = "dimensionItemType", kind = PropertyKind.CONSTANT, type = DimensionItemType.class)
@Virtual(name = "displayInstruction", kind = PropertyKind.TEXT)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet",
    value = "[]")
@Inverse(
    name = "notificationTemplates",
    of = ValidationNotificationTemplate.class,
    by = "validationRules")
@Inverse(
    name = "validationRuleGroups",
    singular = "validationRuleGroup",
    field = "groups",
    of = ValidationRuleGroup.class,
    by = "validationRules")
public record ValidationRule(
    Identity identity,
    @Property(min = 2, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(length = 50) @Nullable Importance importance,
    @Property(max = Integer.MAX_VALUE, translatable = "INSTRUCTION") @Nullable String instruction,
    @Property(required = true, unique = true) @Nullable Expression leftSide,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(required = true) @Nullable Operator operator,
    @Property(ordered = false) List<Integer> organisationUnitLevels,
    @Property(required = true, sortable = false, klass = "org.hisp.dhis.period.PeriodType")
        @Nullable String periodType,
    @Property(required = true, unique = true) @Nullable Expression rightSide,
    @Property(min = 1, max = 50, unique = true, translatable = "SHORT_NAME", attribute = true)
        @Nullable String shortName,
    @Property boolean skipFormValidation)
    implements DimensionItem {}
