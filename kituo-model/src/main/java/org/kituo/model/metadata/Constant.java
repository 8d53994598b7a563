package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;

/** A named number for use in expressions. */
@MetadataType(
    klass = "org.hisp.dhis.constant.Constant",
    plural = "constants",
    order = 1030,
    nameable = true,
    shareable = true,
    attributable = true,
    create = "F_CONSTANT_ADD",
    delete = "F_CONSTANT_DELETE")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
public record Constant(
    Identity identity,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName,
    @Property(min = -Double.MAX_VALUE, required = true) double value)
    implements Nameable {}
