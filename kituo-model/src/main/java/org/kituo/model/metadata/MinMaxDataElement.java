package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** The usual range of the values of a data element at a unit. */
@MetadataType(
    klass = "org.hisp.dhis.minmax.MinMaxDataElement",
    plural = "minMaxDataElements",
    metadata = false,
    path = "/minMaxDataElements",
    translatable = false,
    create = "F_MINMAX_DATAELEMENT_ADD",
    delete = "F_MINMAX_DATAELEMENT_ADD",
    part = false)
public record MinMaxDataElement(
    @Property @Nullable Ref<DataElement> dataElement,
    @Property boolean generated,
    @Property(required = true) @Nullable Integer max,
    @Property(required = true) @Nullable Integer min,
    @Property @Nullable Ref<CategoryOptionCombo> optionCombo,
    @Property @Nullable Ref<OrganisationUnit> source) {}
