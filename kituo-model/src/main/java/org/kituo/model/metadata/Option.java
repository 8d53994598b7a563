package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** One choice of an option set; its code is what is stored. */
@MetadataType(
    klass = "org.hisp.dhis.option.Option",
    plural = "options",
    uniqueCode = false,
    longestCode = 230,
    requiredCode = true,
    order = 1040,
    nameable = true,
    attributable = true,
    owned = false,
    createPublic = "F_OPTIONSET_PUBLIC_ADD",
    createPrivate = "F_OPTIONSET_PRIVATE_ADD",
    delete = "F_OPTIONSET_DELETE",
    unkept = "lastUpdatedBy")
public record Option(
    Identity identity,
    @Property(max = Integer.MAX_VALUE, translatable = "DESCRIPTION") @Nullable String description,
    @Property(max = Integer.MAX_VALUE, translatable = "FORM_NAME") @Nullable String formName,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property @Nullable Ref<OptionSet> optionSet,
    @Property @Nullable Integer sortOrder,
    @Property @Nullable ObjectStyle style)
    implements Nameable {}
