package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.EventAxisAttribute;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;

/** Which repetitions of a stage a dimension means. */
@MetadataType(
    klass = "org.hisp.dhis.eventvisualization.EventRepetition",
    plural = "eventRepetitions",
    metadata = false,
    translatable = false)
@Virtual(
    name = "indexes",
    kind = PropertyKind.COLLECTION,
    klass = "java.lang.Integer",
    items = PropertyKind.INTEGER)
public record EventRepetition(
    @Property(persisted = false) @Nullable String dimension,
    @Property(persisted = false) @Nullable EventAxisAttribute parent,
    @Property(persisted = false) @Nullable String program,
    @Property(persisted = false) @Nullable String programStage) {}
