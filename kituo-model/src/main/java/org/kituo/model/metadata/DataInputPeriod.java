package org.kituo.model.metadata;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A period for which a data set takes data, and the span of time in which it does. */
@MetadataType(
    klass = "org.hisp.dhis.dataset.DataInputPeriod",
    plural = "dataInputPeriods",
    metadata = false,
    translatable = false)
public record DataInputPeriod(
    @Property(klass = "org.hisp.dhis.period.Period") @Nullable Ref<?> period,
    @Property @Nullable LocalDateTime openingDate,
    @Property @Nullable LocalDateTime closingDate) {}
