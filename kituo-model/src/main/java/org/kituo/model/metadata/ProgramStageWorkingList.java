package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import tools.jackson.databind.JsonNode;

/** A stored list of enrollments by the state of one stage. */
@MetadataType(
    klass = "org.hisp.dhis.programstageworkinglist.ProgramStageWorkingList",
    plural = "programStageWorkingLists",
    shareable = true,
    defaultPrivate = true,
    implicitPrivate = true,
    create = "F_PROGRAMSTAGE_ADD",
    delete = "F_PROGRAMSTAGE_DELETE")
@Virtual(name = "displayDescription", kind = PropertyKind.TEXT)
public record ProgramStageWorkingList(
    Identity identity,
    @Property(max = Integer.MAX_VALUE, translatable = "DESCRIPTION") @Nullable String description,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(required = true) @Nullable Ref<Program> program,
    @Property(required = true) @Nullable Ref<ProgramStage> programStage,
    @Property(klass = "org.hisp.dhis.programstageworkinglist.ProgramStageQueryCriteria")
        @Nullable JsonNode programStageQueryCriteria)
    implements Identifiable {}
