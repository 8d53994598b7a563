package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** Colour and icon of an object. */
@MetadataType(
    klass = "org.hisp.dhis.common.ObjectStyle",
    plural = "objectStyles",
    metadata = false,
    translatable = false)
public record ObjectStyle(
    @Property(persisted = false) @Nullable String color,
    @Property(persisted = false) @Nullable String icon) {}
