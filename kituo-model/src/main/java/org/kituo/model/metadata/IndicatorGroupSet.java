package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A set of groups of indicators. */
@MetadataType(
    klass = "org.hisp.dhis.indicator.IndicatorGroupSet",
    plural = "indicatorGroupSets",
    order = 1270,
    shareable = true,
    createPublic = "F_INDICATORGROUPSET_PUBLIC_ADD",
    createPrivate = "F_INDICATORGROUPSET_PRIVATE_ADD",
    delete = "F_INDICATORGROUPSET_DELETE")
@Virtual(name = "displayDescription", kind = PropertyKind.TEXT)
@Virtual(name = "displayShortName", kind = PropertyKind.TEXT)
public record IndicatorGroupSet(
    Identity identity,
    @Property boolean compulsory,
    @Property(min = 2, translatable = "DESCRIPTION") @Nullable String description,
    @Property(singular = "indicatorGroup", field = "members")
        List<Ref<IndicatorGroup>> indicatorGroups,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName)
    implements Identifiable {}
