package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A data element group set as a dimension of a stored table or chart. */
@MetadataType(
    klass = "org.hisp.dhis.dataelement.DataElementGroupSetDimension",
    plural = "dataElementGroupSetDimensions",
    metadata = false,
    translatable = false)
public record DataElementGroupSetDimension(
    @Property(field = "dimension", required = true)
        @Nullable Ref<DataElementGroupSet> dataElementGroupSet,
    @Property(field = "items", required = true, singular = "dataElementGroup")
        List<Ref<DataElementGroup>> dataElementGroups) {}
