package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import tools.jackson.databind.JsonNode;

/** A stored map: its place and its layers. */
@MetadataType(
    klass = "org.hisp.dhis.mapping.Map",
    singular = "map",
    plural = "maps",
    order = 2000,
    nameable = true,
    shareable = true,
    attributable = true,
    implicitPrivate = true,
    favoritable = true,
    subscribable = true,
    createPublic = "F_MAP_PUBLIC_ADD")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
public record GeoMap(
    Identity identity,
    @Property @Nullable String basemap,
    @Property(max = 255, length = 255, klass = "org.hisp.dhis.mapping.Basemap")
        List<JsonNode> basemaps,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(max = 255, length = 255, ordered = false) List<String> favorites,
    @Property(min = -90, max = 90) @Nullable Double latitude,
    @Property(min = -180, max = 180) @Nullable Double longitude,
    @Property(singular = "mapView", cascade = "all-delete-orphan") List<Ref<MapView>> mapViews,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(singular = "subscriber", max = 255, length = 255, ordered = false)
        List<String> subscribers,
    @Property @Nullable String title,
    @Property @Nullable Integer zoom)
    implements Favoritable, Nameable {}
