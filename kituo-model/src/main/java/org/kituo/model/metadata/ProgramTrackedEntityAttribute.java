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
import tools.jackson.databind.JsonNode;

/** An attribute in the registration form of a program. */
@MetadataType(
    klass = "org.hisp.dhis.program.ProgramTrackedEntityAttribute",
    plural = "programTrackedEntityAttributes",
    metadata = false,
    translatable = false,
    owned = false)
@Virtual(name = "displayShortName", kind = PropertyKind.TEXT)
public record ProgramTrackedEntityAttribute(
    Identity identity,
    @Property boolean allowFutureDate,
    @Property boolean displayInList,
    @Property boolean mandatory,
    @Property(persisted = false) @Nullable String name,
    @Property @Nullable Ref<Program> program,
    @Property boolean renderOptionsAsRadio,
    @Property(klass = "org.hisp.dhis.render.DeviceRenderTypeMap") @Nullable JsonNode renderType,
    @Property boolean searchable,
    @Property @Nullable Integer sortOrder,
    @Property(field = "attribute", required = true)
        @Nullable Ref<TrackedEntityAttribute> trackedEntityAttribute)
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
