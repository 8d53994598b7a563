package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A custom attribute: a property that an administrator adds to metadata types. */
@MetadataType(
    klass = "org.hisp.dhis.attribute.Attribute",
    plural = "attributes",
    order = 100,
    nameable = true,
    shareable = true,
    createPublic = "F_ATTRIBUTE_PUBLIC_ADD",
    createPrivate = "F_ATTRIBUTE_PRIVATE_ADD",
    delete = "F_ATTRIBUTE_DELETE")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
public record Attribute(
    Identity identity,
    @Property(length = 0) boolean categoryAttribute,
    @Property(length = 0) boolean categoryOptionAttribute,
    @Property(length = 0) boolean categoryOptionComboAttribute,
    @Property(length = 0) boolean categoryOptionGroupAttribute,
    @Property(length = 0) boolean categoryOptionGroupSetAttribute,
    @Property(length = 0) boolean constantAttribute,
    @Property(length = 0) boolean dataElementAttribute,
    @Property(length = 0) boolean dataElementGroupAttribute,
    @Property(length = 0) boolean dataElementGroupSetAttribute,
    @Property(length = 0) boolean dataSetAttribute,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(length = 0) boolean documentAttribute,
    @Property(length = 0) boolean eventChartAttribute,
    @Property(length = 0) boolean eventReportAttribute,
    @Property(length = 0) boolean indicatorAttribute,
    @Property(length = 0) boolean indicatorGroupAttribute,
    @Property(length = 0) boolean legendSetAttribute,
    @Property(required = true) boolean mandatory,
    @Property(length = 0) boolean mapAttribute,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(max = 255, length = 255, ordered = false) List<String> objectTypes,
    @Property(length = 0) boolean optionAttribute,
    @Property @Nullable Ref<OptionSet> optionSet,
    @Property(length = 0) boolean optionSetAttribute,
    @Property(length = 0) boolean organisationUnitAttribute,
    @Property(length = 0) boolean organisationUnitGroupAttribute,
    @Property(length = 0) boolean organisationUnitGroupSetAttribute,
    @Property(length = 0) boolean programAttribute,
    @Property(length = 0) boolean programIndicatorAttribute,
    @Property(length = 0) boolean programStageAttribute,
    @Property(length = 0) boolean relationshipTypeAttribute,
    @Property(length = 0) boolean sectionAttribute,
    @Property(min = 1, max = 50, translatable = "SHORT_NAME", attribute = true)
        @Nullable String shortName,
    @Property @Nullable Integer sortOrder,
    @Property(length = 0) boolean sqlViewAttribute,
    @Property(length = 0) boolean trackedEntityAttributeAttribute,
    @Property(length = 0) boolean trackedEntityTypeAttribute,
    @Property(required = true) boolean unique,
    @Property(length = 0) boolean userAttribute,
    @Property(length = 0) boolean userGroupAttribute,
    @Property(length = 0) boolean validationRuleAttribute,
    @Property(length = 0) boolean validationRuleGroupAttribute,
    @Property(length = 50, required = true) @Nullable ValueType valueType,
    @Property(length = 0) boolean visualizationAttribute)
    implements Nameable {}
