package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;
import tools.jackson.databind.JsonNode;

/** A stored list of events: a working list. */
@MetadataType(
    klass = "org.hisp.dhis.programstagefilter.EventFilter",
    plural = "eventFilters",
    uniqueCode = false,
    shareable = true,
    defaultPrivate = true,
    implicitPrivate = true,
    create = "F_PROGRAMSTAGE_ADD",
    delete = "F_PROGRAMSTAGE_DELETE",
    unkept = "code")
@Virtual(name = "displayDescription", kind = PropertyKind.TEXT)
public record EventFilter(
    Identity identity,
    @Property(translatable = "DESCRIPTION") @Nullable String description,
    @Property(klass = "org.hisp.dhis.programstagefilter.EventQueryCriteria")
        @Nullable JsonNode eventQueryCriteria,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(min = 11, max = 11, required = true, kind = PropertyKind.IDENTIFIER)
        @Nullable String program,
    @Property(min = 11, max = 11, kind = PropertyKind.IDENTIFIER) @Nullable String programStage)
    implements Identifiable {}
