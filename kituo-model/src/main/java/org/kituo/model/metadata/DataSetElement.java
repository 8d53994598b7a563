package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A data element in a data set, perhaps with a disaggregation of its own there. */
@MetadataType(
    klass = "org.hisp.dhis.dataset.DataSetElement",
    plural = "dataSetElements",
    metadata = false,
    translatable = false)
public record DataSetElement(
    @Property @Nullable Ref<CategoryCombo> categoryCombo,
    @Property(required = true) @Nullable Ref<DataElement> dataElement,
    @Property @Nullable Ref<DataSet> dataSet) {}
