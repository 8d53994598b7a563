package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** The factor of indicators: per cent, per thousand, number. */
@MetadataType(
    klass = "org.hisp.dhis.indicator.IndicatorType",
    plural = "indicatorTypes",
    order = 1240,
    owned = false,
    create = "F_INDICATORTYPE_ADD",
    delete = "F_INDICATORTYPE_DELETE")
public record IndicatorType(
    Identity identity,
    @Property(required = true) @Nullable Integer factor,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property boolean number)
    implements Identifiable {}
