package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A list of choices for values. */
@MetadataType(
    klass = "org.hisp.dhis.option.OptionSet",
    plural = "optionSets",
    order = 1050,
    shareable = true,
    attributable = true,
    createPublic = "F_OPTIONSET_PUBLIC_ADD",
    createPrivate = "F_OPTIONSET_PRIVATE_ADD",
    delete = "F_OPTIONSET_DELETE")
public record OptionSet(
    Identity identity,
    @Property @Nullable String description,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(singular = "option", exclusive = true, cascade = "all") List<Ref<Option>> options,
    @Property(length = 50, required = true) @Nullable ValueType valueType,
    @Property(required = true) int version)
    implements Identifiable {}
