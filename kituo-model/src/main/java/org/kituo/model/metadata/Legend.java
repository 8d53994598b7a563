package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** One range of a legend set. */
@MetadataType(
    klass = "org.hisp.dhis.legend.Legend",
    plural = "legends",
    metadata = false,
    owned = false)
public record Legend(
    Identity identity,
    @Property @Nullable String color,
    @Property @Nullable Double endValue,
    @Property @Nullable String image,
    @Property(translatable = "NAME") @Nullable String name,
    @Property @Nullable Double startValue)
    implements Identifiable {}
