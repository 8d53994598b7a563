package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.MissingValueStrategy;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import tools.jackson.databind.JsonNode;

/** An expression with its description and the way it treats missing values. */
@MetadataType(
    klass = "org.hisp.dhis.expression.Expression",
    plural = "expressions",
    order = 1000,
    metadata = false,
    translatable = false)
public record Expression(
    @Property(translatable = "DESCRIPTION") @Nullable String description,
    @Property(persisted = false) @Nullable String displayDescription,
    @Property(max = Integer.MAX_VALUE) @Nullable String expression,
    @Property(length = 100) @Nullable MissingValueStrategy missingValueStrategy,
    @Property boolean slidingWindow,
    @Property(
            singular = "translation",
            max = 255,
            length = 255,
            klass = "org.hisp.dhis.translation.Translation",
            ordered = false)
        List<JsonNode> translations) {}
