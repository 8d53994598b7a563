package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AnalyticsFavoriteType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import tools.jackson.databind.JsonNode;

/** What a user wrote about a stored table, chart or map. */
@MetadataType(
    klass = "org.hisp.dhis.interpretation.Interpretation",
    plural = "interpretations",
    metadata = false,
    path = "/interpretations",
    shareable = true,
    translatable = false,
    part = false,
    unkept = {"code", "lastUpdatedBy"})
public record Interpretation(
    Identity identity,
    @Property(singular = "comment", cascade = "all,delete-orphan")
        List<Ref<InterpretationComment>> comments,
    @Property @Nullable Ref<DataSet> dataSet,
    @Property @Nullable Ref<EventChart> eventChart,
    @Property @Nullable Ref<EventReport> eventReport,
    @Property @Nullable Ref<EventVisualization> eventVisualization,
    @Property(singular = "likeByUser", ordered = false) List<Ref<User>> likedBy,
    @Property @Nullable Integer likes,
    @Property @Nullable Ref<GeoMap> map,
    @Property(klass = "org.hisp.dhis.interpretation.Mention") List<JsonNode> mentions,
    @Property(persisted = false) @Nullable String name,
    @Property @Nullable Ref<OrganisationUnit> organisationUnit,
    @Property(klass = "org.hisp.dhis.period.Period") @Nullable JsonNode period,
    @Property(max = Integer.MAX_VALUE) @Nullable String text,
    @Property(persisted = false) @Nullable AnalyticsFavoriteType type,
    @Property @Nullable Ref<Visualization> visualization)
    implements Identifiable {}
