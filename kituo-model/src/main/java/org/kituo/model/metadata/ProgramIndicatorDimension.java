package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A program indicator as a dimension of a stored event table or chart. */
@MetadataType(
    klass = "org.hisp.dhis.trackedentity.TrackedEntityProgramIndicatorDimension",
    singular = "dataElementDimension",
    plural = "dataElementDimensions",
    name = "programIndicatorDimension",
    metadata = false,
    translatable = false,
    part = false)
public record ProgramIndicatorDimension(
    @Property(max = Integer.MAX_VALUE) @Nullable String filter,
    @Property @Nullable Ref<LegendSet> legendSet,
    @Property @Nullable Ref<ProgramIndicator> programIndicator) {}
