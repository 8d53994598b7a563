package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** Ranges of values with names and colours. */
@MetadataType(
    klass = "org.hisp.dhis.legend.LegendSet",
    plural = "legendSets",
    uniqueCode = false,
    order = 1080,
    shareable = true,
    attributable = true,
    createPublic = "F_LEGEND_SET_PUBLIC_ADD",
    createPrivate = "F_LEGEND_SET_PRIVATE_ADD",
    delete = "F_LEGEND_SET_DELETE")
public record LegendSet(
    Identity identity,
    @Property(
            singular = "legend",
            ordered = false,
            exclusive = true,
            cascade = "all,delete,delete-orphan")
        List<Legend> legends,
    @Property(max = 230, required = true, unique = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property @Nullable String symbolizer)
    implements Identifiable {}
