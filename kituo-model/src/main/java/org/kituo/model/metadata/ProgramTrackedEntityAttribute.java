package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;

/** An attribute in the registration form of a program. */
@MetadataType(
    klass = "org.hisp.dhis.program.ProgramTrackedEntityAttribute",
    plural = "programTrackedEntityAttributes",
    metadata = false,
    translatable = false,
    owned = false)
public record ProgramTrackedEntityAttribute(
    Identity identity,
    @Property boolean allowFutureDate,
    @Property boolean displayInList,
    @Property boolean mandatory,
    @Property @Nullable Ref<Program> program,
    @Property boolean renderOptionsAsRadio,
    @Property(klass = "org.hisp.dhis.render.DeviceRenderTypeMap") @Nullable JsonNode renderType,
    @Property boolean searchable,
    @Property @Nullable Integer sortOrder,
    @Property(field = "attribute", required = true)
        @Nullable Ref<TrackedEntityAttribute> trackedEntityAttribute)
    implements Identifiable {

  @Override
  public @Nullable String name() {
    return null;
  }

  /** The name of the whole and that of the attribute. */
  @Computed(writable = true)
  public @Nullable String name(View view) {
    return AttributeNames.of(
        view, program, Program.class, trackedEntityAttribute, (v, o) -> o.name());
  }

  @Override
  @Computed(sortable = true)
  public @Nullable String displayName(View view) {
    return AttributeNames.of(
        view, program, Program.class, trackedEntityAttribute, (v, o) -> v.displayed(o, "name"));
  }

  /** The same with the short names. */
  @Computed
  public @Nullable String displayShortName(View view) {
    return AttributeNames.of(
        view,
        program,
        Program.class,
        trackedEntityAttribute,
        (v, o) -> v.displayed(o, "shortName"));
  }

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
