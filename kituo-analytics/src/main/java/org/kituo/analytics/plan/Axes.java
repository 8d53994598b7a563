package org.kituo.analytics.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kituo.analytics.engine.Axis;
import org.kituo.analytics.engine.Axis.Layer;
import org.kituo.analytics.engine.Axis.Source;
import org.kituo.analytics.engine.Items;
import org.kituo.analytics.orgunit.UnitAxes;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.query.AnalyticsQuery;
import org.kituo.analytics.query.Dimension;
import org.kituo.analytics.query.Entry;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.CategoryOptionGroup;
import org.kituo.model.metadata.CategoryOptionGroupSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.metadata.constant.DataDimensionType;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** The dimensions and filters of a question, besides data and time, as axes of the engine. */
final class Axes {
  private static final Set<DimensionType> NOT_OF_FACTS =
      Set.of(DimensionType.DATA_X, DimensionType.PERIOD, DimensionType.DATA_ELEMENT_GROUP_SET);

  private final MetadataSnapshot snapshot;
  private final UnitAxes units;
  private final PlanMemory memory;
  private final Space space;
  private final List<Dimension> filters;
  private final ReadableCombos readable;
  private final Map<List<Integer>, List<Axis>> byLevels = new HashMap<>();

  Axes(AnalyticsQuery query, UnitAxes units) {
    this.snapshot = query.snapshot();
    this.units = units;
    this.memory = snapshot.derived(PlanMemory.OF);
    this.space = new Space(ofFacts(query.dimensions()));
    this.filters = ofFacts(query.filters());
    this.readable = ReadableCombos.of(query.actor(), snapshot);
  }

  private static List<Dimension> ofFacts(List<Dimension> dimensions) {
    return dimensions.stream().filter(d -> !NOT_OF_FACTS.contains(d.type())).toList();
  }

  Space space() {
    return space;
  }

  UnitTree tree() {
    return units.tree();
  }

  Axis ownUnits() {
    return units.own();
  }

  /**
   * The axes for the facts of a data element.
   *
   * @param aggregationLevels of the data element
   */
  List<Axis> ofElement(List<Integer> aggregationLevels) {
    return byLevels.computeIfAbsent(aggregationLevels, levels -> axes(levels, true));
  }

  /** The axes for the registrations of a data set, which have no option combo. */
  List<Axis> ofDataSet() {
    return axes(List.of(), false);
  }

  private List<Axis> axes(List<Integer> aggregationLevels, boolean combos) {
    List<Axis> axes = new ArrayList<>();
    for (Dimension dimension : space.dimensions()) {
      axes.add(axis(dimension, aggregationLevels, combos, false));
    }
    for (Dimension filter : filters) {
      axes.add(axis(filter, aggregationLevels, combos, true));
    }
    if (!readable.isAll()) {
      axes.add(readable(Source.ATTRIBUTE_OPTION_COMBO));
      if (combos) {
        axes.add(readable(Source.CATEGORY_OPTION_COMBO));
      }
    }
    return axes;
  }

  /** A filter that leaves out, also from totals, figures of options that are not shared. */
  private Axis readable(Source source) {
    Items items =
        memory.readable(
            readable,
            () -> {
              int[] keys =
                  snapshot.all(CategoryOptionCombo.class).stream()
                      .mapToInt(snapshot::key)
                      .filter(readable::allows)
                      .sorted()
                      .toArray();
              return Items.of(keys, new int[keys.length]);
            });
    return new Axis(1, List.of(new Layer(source, items)));
  }

  private Axis axis(
      Dimension dimension, List<Integer> aggregationLevels, boolean combos, boolean merged) {
    if (dimension.type() == DimensionType.ORGANISATION_UNIT) {
      List<Integer> numbers = numbers(dimension);
      return merged
          ? units.any(numbers, aggregationLevels)
          : units.each(numbers, aggregationLevels);
    }
    int size = merged ? 1 : dimension.entries().size();
    if (!combos && source(dimension) == Source.CATEGORY_OPTION_COMBO) {
      return new Axis(size, List.of());
    }
    return new Axis(
        size,
        memory.layers(
            dimension.entries().stream().map(Entry::id).toList(),
            dimension.id(),
            merged,
            () -> layers(dimension, merged)));
  }

  /** The numbers of the units of a dimension. */
  List<Integer> numbers(Dimension dimension) {
    return dimension.entries().stream().map(entry -> units.tree().number(entry.id())).toList();
  }

  private List<Layer> layers(Dimension dimension, boolean merged) {
    Source source = source(dimension);
    List<int[]> keys =
        dimension.entries().stream()
            .map(entry -> keys(((Entry.OfObject) entry).object(), dimension).toArray())
            .toList();
    return merged ? Layers.merged(source, keys) : Layers.of(source, keys);
  }

  private static Source source(Dimension dimension) {
    return switch (dimension.type()) {
      case CATEGORY_OPTION_COMBO -> Source.CATEGORY_OPTION_COMBO;
      case ATTRIBUTE_OPTION_COMBO -> Source.ATTRIBUTE_OPTION_COMBO;
      case CATEGORY, CATEGORY_OPTION_GROUP_SET ->
          dimension.object().filter(Axes::isAttribute).isPresent()
              ? Source.ATTRIBUTE_OPTION_COMBO
              : Source.CATEGORY_OPTION_COMBO;
      default -> Source.ORG_UNIT;
    };
  }

  private static boolean isAttribute(MetadataObject object) {
    return switch (object) {
      case Category category -> category.dataDimensionType() == DataDimensionType.ATTRIBUTE;
      case CategoryOptionGroupSet set -> set.dataDimensionType() == DataDimensionType.ATTRIBUTE;
      default -> false;
    };
  }

  private IntStream keys(MetadataObject object, Dimension dimension) {
    return switch (object) {
      case CategoryOptionCombo combo -> IntStream.of(snapshot.key(combo));
      case CategoryOption option -> combos(option);
      case CategoryOptionGroup group ->
          group.categoryOptions().stream()
              .flatMapToInt(ref ->
                  snapshot.find(CategoryOption.class, ref.id()).stream().flatMapToInt(this::combos))
              .distinct();
      case OrganisationUnitGroup group -> members(group, dimension);
      default -> IntStream.empty();
    };
  }

  private IntStream combos(CategoryOption option) {
    return snapshot.referrers(option, CategoryOptionCombo.class, "categoryOptions").stream()
        .mapToInt(snapshot::key);
  }

  private IntStream members(OrganisationUnitGroup group, Dimension dimension) {
    boolean below =
        dimension
            .object()
            .filter(set ->
                set instanceof OrganisationUnitGroupSet groups
                    && groups.includeSubhierarchyInAnalytics())
            .isPresent();
    IntStream.Builder keys = IntStream.builder();
    for (Ref<OrganisationUnit> ref : group.organisationUnits()) {
      int number = units.tree().number(ref.id());
      if (number >= 0) {
        int end = below ? units.tree().end(number) : number + 1;
        IntStream.range(number, end).map(units.tree()::key).forEach(keys::add);
      }
    }
    return keys.build().distinct();
  }
}
