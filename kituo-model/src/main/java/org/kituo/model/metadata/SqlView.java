package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.CacheStrategy;
import org.kituo.model.metadata.constant.SqlViewType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;

/** A stored query. */
@MetadataType(
    klass = "org.hisp.dhis.sqlview.SqlView",
    plural = "sqlViews",
    order = 1010,
    shareable = true,
    dataShareable = true,
    translatable = false,
    attributable = true,
    createPublic = "F_SQLVIEW_PUBLIC_ADD",
    createPrivate = "F_SQLVIEW_PRIVATE_ADD",
    delete = "F_SQLVIEW_DELETE")
@Virtual(name = "updateJobId", kind = PropertyKind.TEXT)
public record SqlView(
    Identity identity,
    @Property(length = 40, required = true) @Nullable CacheStrategy cacheStrategy,
    @Property(min = 2, max = Integer.MAX_VALUE) @Nullable String description,
    @Property(min = 1, max = 230, required = true, unique = true, attribute = true)
        @Nullable String name,
    @Property(max = Integer.MAX_VALUE, required = true) @Nullable String sqlQuery,
    @Property(length = 40, required = true) @Nullable SqlViewType type)
    implements Identifiable {}
