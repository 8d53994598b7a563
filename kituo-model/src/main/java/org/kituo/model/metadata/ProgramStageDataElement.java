package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** A data element in a program stage. */
@MetadataType(
    klass = "org.hisp.dhis.program.ProgramStageDataElement",
    plural = "programStageDataElements",
    metadata = false,
    translatable = false,
    owned = false)
public record ProgramStageDataElement(
    Identity identity,
    @Property boolean allowFutureDate,
    @Property boolean allowProvidedElsewhere,
    @Property(required = true) boolean compulsory,
    @Property(required = true) @Nullable Ref<DataElement> dataElement,
    @Property boolean displayInReports,
    @Property(persisted = false, attribute = true) @Nullable String name,
    @Property @Nullable Ref<ProgramStage> programStage,
    @Property boolean renderOptionsAsRadio,
    @Property(klass = "org.hisp.dhis.render.DeviceRenderTypeMap") @Nullable JsonNode renderType,
    @Property(required = true) boolean skipAnalytics,
    @Property boolean skipSynchronization,
    @Property @Nullable Integer sortOrder)
    implements Identifiable {}
