package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A group of indicators. */
@MetadataType(
    klass = "org.hisp.dhis.indicator.IndicatorGroup",
    plural = "indicatorGroups",
    order = 1260,
    shareable = true,
    attributable = true,
    createPublic = "F_INDICATORGROUP_PUBLIC_ADD",
    createPrivate = "F_INDICATORGROUP_PRIVATE_ADD",
    delete = "F_INDICATORGROUP_DELETE")
@Virtual(
    name = "indicatorGroupSet",
    field = "groupSet",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.indicator.IndicatorGroupSet",
    writable = false)
@Inverse(
    name = "groupSets",
    singular = "groupSet",
    of = IndicatorGroupSet.class,
    by = "indicatorGroups")
public record IndicatorGroup(
    Identity identity,
    @Property(min = 2) @Nullable String description,
    @Property(singular = "indicator", field = "members", ordered = false, cascade = "all")
        List<Ref<Indicator>> indicators,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name)
    implements Identifiable {}
