package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A group of program indicators. */
@MetadataType(
    klass = "org.hisp.dhis.program.ProgramIndicatorGroup",
    plural = "programIndicatorGroups",
    order = 1600,
    shareable = true,
    create = {"F_PROGRAM_INDICATOR_GROUP_PUBLIC_ADD", "F_PROGRAM_INDICATOR_GROUP_PRIVATE_ADD"},
    delete = "F_PROGRAM_INDICATOR_GROUP_DELETE")
public record ProgramIndicatorGroup(
    Identity identity,
    @Property(min = 1, max = Integer.MAX_VALUE) @Nullable String description,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(singular = "programIndicator", field = "members", ordered = false)
        List<Ref<ProgramIndicator>> programIndicators)
    implements Identifiable {}
