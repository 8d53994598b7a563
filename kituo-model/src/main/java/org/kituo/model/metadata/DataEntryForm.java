package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DisplayDensity;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** The HTML of a custom form. */
@MetadataType(
    klass = "org.hisp.dhis.dataentryform.DataEntryForm",
    plural = "dataEntryForms",
    order = 1300,
    owned = false)
public record DataEntryForm(
    Identity identity,
    @Property @Nullable Integer format,
    @Property(max = Integer.MAX_VALUE) @Nullable String htmlCode,
    @Property(max = 160, required = true, unique = true, translatable = "NAME")
        @Nullable String name,
    @Property(length = 40) @Nullable DisplayDensity style)
    implements Identifiable {}
