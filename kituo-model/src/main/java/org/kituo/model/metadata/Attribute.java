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
    @Property boolean categoryAttribute,
    @Property boolean categoryOptionAttribute,
    @Property boolean categoryOptionComboAttribute,
    @Property boolean categoryOptionGroupAttribute,
    @Property boolean categoryOptionGroupSetAttribute,
    @Property boolean constantAttribute,
    @Property boolean dataElementAttribute,
    @Property boolean dataElementGroupAttribute,
    @Property boolean dataElementGroupSetAttribute,
    @Property boolean dataSetAttribute,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property boolean documentAttribute,
    @Property boolean eventChartAttribute,
    @Property boolean eventReportAttribute,
    @Property boolean indicatorAttribute,
    @Property boolean indicatorGroupAttribute,
    @Property boolean legendSetAttribute,
    @Property(required = true) boolean mandatory,
    @Property boolean mapAttribute,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(max = 255, length = 255, ordered = false) List<String> objectTypes,
    @Property boolean optionAttribute,
    @Property @Nullable Ref<OptionSet> optionSet,
    @Property boolean optionSetAttribute,
    @Property boolean organisationUnitAttribute,
    @Property boolean organisationUnitGroupAttribute,
    @Property boolean organisationUnitGroupSetAttribute,
    @Property boolean programAttribute,
    @Property boolean programIndicatorAttribute,
    @Property boolean programStageAttribute,
    @Property boolean relationshipTypeAttribute,
    @Property boolean sectionAttribute,
    @Property(min = 1, max = 50, translatable = "SHORT_NAME", attribute = true)
        @Nullable String shortName,
    @Property @Nullable Integer sortOrder,
    @Property boolean sqlViewAttribute,
    @Property boolean trackedEntityAttributeAttribute,
    @Property boolean trackedEntityTypeAttribute,
    @Property(required = true) boolean unique,
    @Property boolean userAttribute,
    @Property boolean userGroupAttribute,
    @Property boolean validationRuleAttribute,
    @Property boolean validationRuleGroupAttribute,
    @Property(length = 50, required = true) @Nullable ValueType valueType,
    @Property boolean visualizationAttribute)
    implements Nameable {}
