package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A data element as a dimension of a stored event table or chart. */
@MetadataType(
    klass = "org.hisp.dhis.trackedentity.TrackedEntityDataElementDimension",
    plural = "trackedEntityDataElementDimensions",
    name = "dataElementDimension",
    metadata = false,
    translatable = false,
    part = false)
public record TrackedEntityDataElementDimension(
    @Property @Nullable Ref<DataElement> dataElement,
    @Property(max = Integer.MAX_VALUE) @Nullable String filter,
    @Property @Nullable Ref<LegendSet> legendSet,
    @Property @Nullable Ref<ProgramStage> programStage) {}
