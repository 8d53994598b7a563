package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A data element with one of its category option combinations. */
@MetadataType(
    klass = "org.hisp.dhis.dataelement.DataElementOperand",
    plural = "dataElementOperands",
    metadata = false,
    path = "/dataElementOperands",
    nameable = true,
    translatable = false,
    owned = false)
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "attributeOptionCombo",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.category.CategoryOptionCombo")
@Virtual(name = "description", kind = PropertyKind.TEXT)
@Virtual(name = "dimensionItem", kind = PropertyKind.TEXT)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"DATA_ELEMENT_OPERAND\"")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legendSet",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.legend.LegendSet")
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet")
@Virtual(
    name = "queryMods",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.common.QueryModifiers")
@Virtual(name = "shortName", kind = PropertyKind.TEXT)
public record DataElementOperand(
    Identity identity,
    @Property @Nullable Ref<CategoryOptionCombo> categoryOptionCombo,
    @Property @Nullable Ref<DataElement> dataElement,
    @Property(persisted = false) @Nullable String name)
    implements DimensionItem {}
