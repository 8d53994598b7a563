package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.EnrollmentStatus;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import tools.jackson.databind.JsonNode;

/** A stored list of tracked entities: a working list. */
@MetadataType(
    klass = "org.hisp.dhis.trackedentityfilter.TrackedEntityFilter",
    singular = "trackedEntityInstanceFilter",
    plural = "trackedEntityInstanceFilters",
    name = "trackedEntityFilter",
    shareable = true,
    defaultPrivate = true,
    implicitPrivate = true,
    create = "F_PROGRAMSTAGE_ADD",
    delete = "F_PROGRAMSTAGE_DELETE")
@Virtual(name = "displayDescription", kind = PropertyKind.TEXT)
@Virtual(
    name = "enrollmentCreatedPeriod",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.trackedentityfilter.FilterPeriod")
@Virtual(
    name = "enrollmentStatus",
    kind = PropertyKind.CONSTANT,
    type = EnrollmentStatus.class,
    value = "\"ACTIVE\"")
@Virtual(name = "followup", kind = PropertyKind.BOOLEAN, value = "true")
public record TrackedEntityFilter(
    Identity identity,
    @Property(translatable = "DESCRIPTION") @Nullable String description,
    @Property(klass = "org.hisp.dhis.trackedentityfilter.EntityQueryCriteria")
        @Nullable JsonNode entityQueryCriteria,
    @Property(max = 255, length = 255, klass = "org.hisp.dhis.trackedentityfilter.EventFilter")
        List<JsonNode> eventFilters,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(required = true) @Nullable Ref<Program> program,
    @Property @Nullable Integer sortOrder,
    @Property @Nullable ObjectStyle style)
    implements Identifiable {}
