package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** An attribute of a tracked entity type. */
@MetadataType(
    klass = "org.hisp.dhis.trackedentity.TrackedEntityTypeAttribute",
    plural = "trackedEntityTypeAttributes",
    order = 1500,
    metadata = false,
    translatable = false,
    owned = false)
@Virtual(name = "displayShortName", kind = PropertyKind.TEXT)
public record TrackedEntityTypeAttribute(
    Identity identity,
    @Property boolean displayInList,
    @Property boolean mandatory,
    @Property(persisted = false) @Nullable String name,
    @Property boolean searchable,
    @Property(required = true) @Nullable Ref<TrackedEntityAttribute> trackedEntityAttribute,
    @Property @Nullable Ref<TrackedEntityType> trackedEntityType)
    implements Identifiable {

  /** The type of the attribute's values. */
  @Computed
  public @Nullable ValueType valueType(View view) {
    return trackedEntityAttribute == null
        ? null
        : view.snapshot()
            .find(TrackedEntityAttribute.class, trackedEntityAttribute.id())
            .map(TrackedEntityAttribute::valueType)
            .orElse(null);
  }
}
