package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/** An entry of the data store of apps. */
@MetadataType(
    klass = "org.hisp.dhis.datastore.DatastoreEntry",
    singular = "dataStore",
    plural = "dataStores",
    name = "identifiableObject",
    order = 9060,
    metadata = false,
    path = "/dataStore",
    shareable = true,
    translatable = false,
    part = false)
public record DataStoreEntry(
    Identity identity,
    @Property(required = true) @Nullable String key,
    @Property(persisted = false) @Nullable String name,
    @Property(required = true) @Nullable String namespace,
    @Property(persisted = false) @Nullable String value)
    implements Identifiable {}
