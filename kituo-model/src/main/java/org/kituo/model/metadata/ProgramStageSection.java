package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** A section of the form of a program stage. */
@MetadataType(
    klass = "org.hisp.dhis.program.ProgramStageSection",
    plural = "programStageSections",
    order = 1508,
    nameable = true,
    owned = false,
    create = "F_PROGRAMSTAGE_ADD",
    delete = "F_PROGRAMSTAGE_DELETE")
public record ProgramStageSection(
    Identity identity,
    @Property(singular = "dataElement") List<Ref<DataElement>> dataElements,
    @Property(max = Integer.MAX_VALUE, translatable = "DESCRIPTION") @Nullable String description,
    @Property(max = Integer.MAX_VALUE, translatable = "FORM_NAME") @Nullable String formName,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(singular = "programIndicator") List<Ref<ProgramIndicator>> programIndicators,
    @Property @Nullable Ref<ProgramStage> programStage,
    @Property(klass = "org.hisp.dhis.render.DeviceRenderTypeMap") @Nullable JsonNode renderType,
    @Property(required = true) @Nullable Integer sortOrder,
    @Property @Nullable ObjectStyle style)
    implements Nameable {}
