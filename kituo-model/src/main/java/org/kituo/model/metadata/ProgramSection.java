package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** A section of the registration form of a program. */
@MetadataType(
    klass = "org.hisp.dhis.program.ProgramSection",
    plural = "programSections",
    order = 1550,
    nameable = true,
    owned = false,
    createPublic = "F_PROGRAM_PUBLIC_ADD")
public record ProgramSection(
    Identity identity,
    @Property(max = Integer.MAX_VALUE, translatable = "DESCRIPTION") @Nullable String description,
    @Property(max = Integer.MAX_VALUE, translatable = "FORM_NAME") @Nullable String formName,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property @Nullable Ref<Program> program,
    @Property(klass = "org.hisp.dhis.render.DeviceRenderTypeMap") @Nullable JsonNode renderType,
    @Property(required = true) @Nullable Integer sortOrder,
    @Property @Nullable ObjectStyle style,
    @Property List<Ref<TrackedEntityAttribute>> trackedEntityAttributes)
    implements Nameable {}
