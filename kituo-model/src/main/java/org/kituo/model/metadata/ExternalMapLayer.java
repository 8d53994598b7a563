package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.ImageFormat;
import org.kituo.model.metadata.constant.MapLayerPosition;
import org.kituo.model.metadata.constant.MapService;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A map layer of another server. */
@MetadataType(
    klass = "org.hisp.dhis.mapping.ExternalMapLayer",
    plural = "externalMapLayers",
    order = 2000,
    shareable = true,
    createPublic = "F_EXTERNAL_MAP_LAYER_PUBLIC_ADD",
    createPrivate = "F_EXTERNAL_MAP_LAYER_PRIVATE_ADD",
    delete = "F_EXTERNAL_MAP_LAYER_DELETE")
public record ExternalMapLayer(
    Identity identity,
    @Property(max = Integer.MAX_VALUE) @Nullable String attribution,
    @Property(required = true) @Nullable ImageFormat imageFormat,
    @Property(max = Integer.MAX_VALUE) @Nullable String layers,
    @Property @Nullable Ref<LegendSet> legendSet,
    @Property(max = Integer.MAX_VALUE) @Nullable String legendSetUrl,
    @Property(required = true) @Nullable MapLayerPosition mapLayerPosition,
    @Property(required = true) @Nullable MapService mapService,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(max = Integer.MAX_VALUE, required = true) @Nullable String url)
    implements Identifiable {}
