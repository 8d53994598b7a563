package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A category option group set as a dimension of a stored table or chart. */
@MetadataType(
    klass = "org.hisp.dhis.category.CategoryOptionGroupSetDimension",
    plural = "categoryOptionGroupSetDimensions",
    metadata = false,
    translatable = false)
public record CategoryOptionGroupSetDimension(
    @Property(field = "dimension", required = true)
        @Nullable Ref<CategoryOptionGroupSet> categoryOptionGroupSet,
    @Property(field = "items", required = true, singular = "categoryOptionGroup")
        List<Ref<CategoryOptionGroup>> categoryOptionGroups) {}
