package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** An attribute of a program as an item of analytics. */
@MetadataType(
    klass = "org.hisp.dhis.program.ProgramTrackedEntityAttributeDimensionItem",
    singular = "programTrackedEntityAttributeDimensionItem",
    plural = "programTrackedEntityAttributeDimensionItems",
    name = "programAttributeDimension",
    metadata = false,
    embedded = true,
    nameable = true,
    translatable = false,
    owned = false,
    unkept = {"id", "code", "created", "lastUpdated", "lastUpdatedBy"})
public record ProgramAttribute(
    Identity identity,
    @Property(persisted = false) @Nullable AggregationType aggregationType,
    @Property(required = true, persisted = false) @Nullable Ref<TrackedEntityAttribute> attribute,
    @Property(persisted = false) @Nullable String description,
    @Property(persisted = false) @Nullable String dimensionItem,
    @Property(persisted = false) @Nullable DimensionItemType dimensionItemType,
    @Property(persisted = false) @Nullable String formName,
    @Property(persisted = false) @Nullable Ref<LegendSet> legendSet,
    @Property(persisted = false) List<Ref<LegendSet>> legendSets,
    @Property(persisted = false) @Nullable String name,
    @Property(required = true, persisted = false) @Nullable Ref<Program> program,
    @Property(persisted = false, klass = "org.hisp.dhis.common.QueryModifiers")
        @Nullable JsonNode queryMods,
    @Property(persisted = false, max = 50) @Nullable String shortName)
    implements DimensionItem {}
