package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import tools.jackson.databind.JsonNode;

/** An answer to an interpretation. */
@MetadataType(
    klass = "org.hisp.dhis.interpretation.InterpretationComment",
    plural = "interpretationComments",
    metadata = false,
    translatable = false,
    part = false,
    unkept = {"code", "lastUpdatedBy"})
public record InterpretationComment(
    Identity identity,
    @Property(klass = "org.hisp.dhis.interpretation.Mention") List<JsonNode> mentions,
    @Property(persisted = false) @Nullable String name,
    @Property(max = Integer.MAX_VALUE) @Nullable String text)
    implements Identifiable {}
