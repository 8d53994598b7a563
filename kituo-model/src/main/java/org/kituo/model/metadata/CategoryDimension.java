package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A category as a dimension of a stored table or chart. */
@MetadataType(
    klass = "org.hisp.dhis.category.CategoryDimension",
    plural = "categoryDimensions",
    metadata = false,
    translatable = false)
public record CategoryDimension(
    @Property(field = "dimension", required = true) @Nullable Ref<Category> category,
    @Property(field = "items", required = true, singular = "categoryOption")
        List<Ref<CategoryOption>> categoryOptions) {}
