package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A tracked entity attribute as a dimension of a stored event table or chart. */
@MetadataType(
    klass = "org.hisp.dhis.trackedentity.TrackedEntityAttributeDimension",
    plural = "attributeDimensions",
    metadata = false,
    translatable = false)
public record TrackedEntityAttributeDimension(
    @Property @Nullable Ref<TrackedEntityAttribute> attribute,
    @Property @Nullable Ref<LegendSet> legendSet,
    @Property @Nullable String filter) {}
