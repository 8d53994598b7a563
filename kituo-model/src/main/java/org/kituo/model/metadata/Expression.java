package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.MissingValueStrategy;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.snapshot.View;
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
    @Property(max = Integer.MAX_VALUE) @Nullable String expression,
    @Property(length = 100, initial = "SKIP_IF_ALL_VALUES_MISSING")
        @Nullable MissingValueStrategy missingValueStrategy,
    @Property boolean slidingWindow,
    @Property(
            singular = "translation",
            max = 255,
            length = 255,
            klass = "org.hisp.dhis.translation.Translation",
            ordered = false)
        List<JsonNode> translations) {

  /** The description. */
  @Computed
  public @Nullable String displayDescription(View view) {
    return description;
  }
}
