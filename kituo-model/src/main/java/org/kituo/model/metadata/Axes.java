package org.kituo.model.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;

/**
 * Puts the dimensions of a stored table or chart together from their names and from the properties
 * that hold the items of each kind.
 *
 * <p>A name is {@code dx}, {@code pe} or {@code ou}; or the identifier of a category, a group set,
 * a data element, an attribute or a program indicator, for events perhaps after those of program
 * and stage and a dot each; or the name of a date or status of events.
 */
final class Axes {
  private final AnalyticalObject object;
  private final MetadataSnapshot snapshot;

  private Axes(AnalyticalObject object, MetadataSnapshot snapshot) {
    this.object = object;
    this.snapshot = snapshot;
  }

  static List<AxisDimension> of(AnalyticalObject object, List<String> names, View view) {
    Axes axes = new Axes(object, view.snapshot());
    return names.stream().map(axes::dimension).toList();
  }

  /** The objects that {@code metaData} names: units, and data elements and attributes of events. */
  static List<MetadataObject> named(AnalyticalObject object, MetadataSnapshot snapshot) {
    Set<String> ids = new LinkedHashSet<>();
    object.organisationUnits().forEach(r -> ids.add(r.id()));
    object.dataElementDimensions().forEach(d -> add(ids, d.dataElement()));
    object.attributeDimensions().forEach(d -> add(ids, d.attribute()));
    object.programIndicatorDimensions().forEach(d -> add(ids, d.programIndicator()));
    return ids.stream().flatMap(id -> snapshot.findAny(id).stream()).toList();
  }

  private static void add(Set<String> ids, @Nullable Ref<?> ref) {
    if (ref != null) {
      ids.add(ref.id());
    }
  }

  private AxisDimension dimension(String name) {
    return switch (name) {
      case "dx" -> AxisDimension.of(name, DimensionType.DATA_X, "Data", data());
      case "pe" -> AxisDimension.of(name, DimensionType.PERIOD, "Period", periods());
      case "ou" ->
          AxisDimension.of(name, DimensionType.ORGANISATION_UNIT, "Organisation unit", units());
      default -> named(name);
    };
  }

  private List<Object> data() {
    return object.dataDimensionItems().stream()
        .map(item -> DataItems.of(item, snapshot))
        .filter(Objects::nonNull)
        .<Object>map(Objects::requireNonNull)
        .toList();
  }

  private List<Object> periods() {
    return object.rawPeriods().stream()
        .<Object>map(p -> AxisItem.of(p, DimensionItemType.PERIOD, p))
        .toList();
  }

  private List<Object> units() {
    List<Object> items = new ArrayList<>(found(object.organisationUnits()));
    if (object.userOrganisationUnit()) {
      items.add(keyword("USER_ORGUNIT", "User organisation unit"));
    }
    if (object.userOrganisationUnitChildren()) {
      items.add(keyword("USER_ORGUNIT_CHILDREN", "User organisation unit children"));
    }
    if (object.userOrganisationUnitGrandChildren()) {
      items.add(keyword("USER_ORGUNIT_GRANDCHILDREN", "User organisation unit grand children"));
    }
    object
        .organisationUnitLevels()
        .forEach(level ->
            items.add(keyword("LEVEL-" + level, OrganisationUnitLevel.name(level, snapshot))));
    object
        .itemOrganisationUnitGroups()
        .forEach(group ->
            items.add(
                keyword(
                    "OU_GROUP-" + group.id(),
                    snapshot
                        .find(OrganisationUnitGroup.class, group.id())
                        .map(OrganisationUnitGroup::label)
                        .orElse(group.id()))));
    return items;
  }

  private static AxisItem keyword(String id, String name) {
    return AxisItem.of(id, DimensionItemType.ORGANISATION_UNIT, name);
  }

  private List<MetadataObject> found(List<? extends Ref<?>> refs) {
    return refs.stream().flatMap(r -> snapshot.findAny(r.id()).stream()).toList();
  }

  private AxisDimension named(String name) {
    String id = name.substring(name.lastIndexOf('.') + 1);
    MetadataObject found = snapshot.findAny(id).orElse(null);
    return switch (found) {
      case null -> simple(id);
      case Category c -> of(c, DimensionType.CATEGORY, options(c));
      case CategoryOptionGroupSet s -> of(s, DimensionType.CATEGORY_OPTION_GROUP_SET, groups(s));
      case DataElementGroupSet s -> of(s, DimensionType.DATA_ELEMENT_GROUP_SET, groups(s));
      case OrganisationUnitGroupSet s ->
          of(s, DimensionType.ORGANISATION_UNIT_GROUP_SET, groups(s));
      case DataElement e -> ofEvents(e);
      case TrackedEntityAttribute a -> ofEvents(a);
      case ProgramIndicator i -> ofEvents(i);
      default -> of(found, null, List.of());
    };
  }

  private static AxisDimension of(
      MetadataObject object, @Nullable DimensionType type, List<MetadataObject> items) {
    return AxisDimension.of(object.uid(), type, object.name(), items);
  }

  private List<MetadataObject> options(Category category) {
    return object.categoryDimensions().stream()
        .filter(d -> is(d.category(), category))
        .flatMap(d -> found(d.categoryOptions()).stream())
        .toList();
  }

  private List<MetadataObject> groups(CategoryOptionGroupSet set) {
    return object.categoryOptionGroupSetDimensions().stream()
        .filter(d -> is(d.categoryOptionGroupSet(), set))
        .flatMap(d -> found(d.categoryOptionGroups()).stream())
        .toList();
  }

  private List<MetadataObject> groups(DataElementGroupSet set) {
    return object.dataElementGroupSetDimensions().stream()
        .filter(d -> is(d.dataElementGroupSet(), set))
        .flatMap(d -> found(d.dataElementGroups()).stream())
        .toList();
  }

  private List<MetadataObject> groups(OrganisationUnitGroupSet set) {
    return object.organisationUnitGroupSetDimensions().stream()
        .filter(d -> is(d.organisationUnitGroupSet(), set))
        .flatMap(d -> found(d.organisationUnitGroups()).stream())
        .toList();
  }

  private static boolean is(@Nullable Ref<?> ref, MetadataObject object) {
    return ref != null && ref.id().equals(object.uid());
  }

  private AxisDimension ofEvents(DataElement element) {
    return object.dataElementDimensions().stream()
        .filter(d -> is(d.dataElement(), element))
        .findFirst()
        .map(d ->
            ofEvents(
                element,
                DimensionType.PROGRAM_DATA_ELEMENT,
                d.filter(),
                d.legendSet(),
                d.programStage()))
        .orElseGet(() -> of(element, DimensionType.PROGRAM_DATA_ELEMENT, List.of()));
  }

  private AxisDimension ofEvents(TrackedEntityAttribute attribute) {
    return object.attributeDimensions().stream()
        .filter(d -> is(d.attribute(), attribute))
        .findFirst()
        .map(d ->
            ofEvents(attribute, DimensionType.PROGRAM_ATTRIBUTE, d.filter(), d.legendSet(), null))
        .orElseGet(() -> of(attribute, DimensionType.PROGRAM_ATTRIBUTE, List.of()));
  }

  private AxisDimension ofEvents(ProgramIndicator indicator) {
    return object.programIndicatorDimensions().stream()
        .filter(d -> is(d.programIndicator(), indicator))
        .findFirst()
        .map(d ->
            ofEvents(indicator, DimensionType.PROGRAM_INDICATOR, d.filter(), d.legendSet(), null))
        .orElseGet(() -> of(indicator, DimensionType.PROGRAM_INDICATOR, List.of()));
  }

  private AxisDimension ofEvents(
      MetadataObject shown,
      DimensionType type,
      @Nullable String filter,
      @Nullable Ref<LegendSet> legendSet,
      @Nullable Ref<ProgramStage> stage) {
    Ref<Program> program =
        stage == null
            ? null
            : snapshot.find(ProgramStage.class, stage.id()).map(ProgramStage::program).orElse(null);
    return new AxisDimension(
        Identity.of(shown.uid(), null),
        shown.uid(),
        type,
        filter,
        legendSet,
        program,
        stage,
        List.of(),
        shown.name());
  }

  /** A date or status of events, with the values that are kept for it. */
  private AxisDimension simple(String name) {
    List<AxisItem> items = new ArrayList<>();
    for (JsonNode dimension : object.simpleDimensions()) {
      if (dimension.path("dimension").asString("").equals(name)) {
        dimension
            .path("values")
            .forEach(v -> items.add(AxisItem.of(v.asString(""), null, v.asString(""))));
      }
    }
    return AxisDimension.of(name, null, name, items);
  }
}
