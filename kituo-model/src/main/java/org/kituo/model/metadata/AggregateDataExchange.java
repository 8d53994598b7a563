package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import tools.jackson.databind.JsonNode;

/** A standing order to compute aggregate data here and deliver them to this or another server. */
@MetadataType(
    klass = "org.hisp.dhis.dataexchange.aggregate.AggregateDataExchange",
    plural = "aggregateDataExchanges",
    order = 1900,
    shareable = true,
    dataShareable = true,
    attributable = true,
    createPublic = "F_AGGREGATE_DATA_EXCHANGE_PUBLIC_ADD",
    createPrivate = "F_AGGREGATE_DATA_EXCHANGE_PRIVATE_ADD",
    delete = "F_AGGREGATE_DATA_EXCHANGE_DELETE")
public record AggregateDataExchange(
    Identity identity,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(required = true, klass = "org.hisp.dhis.dataexchange.aggregate.Source")
        @Nullable JsonNode source,
    @Property(required = true, klass = "org.hisp.dhis.dataexchange.aggregate.Target")
        @Nullable JsonNode target)
    implements Identifiable {}
