package org.kituo.analytics.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.CategoryOptionGroup;
import org.kituo.model.metadata.CategoryOptionGroupSet;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DataElementGroupSet;
import org.kituo.model.metadata.Nameable;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;

/** Reads dimensions whose items are objects: categories, group sets, option combos, groups. */
final class ObjectReader {
  private static final String ALL_ITEMS = "ALL_ITEMS";

  private final Lookup lookup;
  private final Combos combos;

  ObjectReader(Lookup lookup) {
    this.lookup = lookup;
    this.combos = new Combos(lookup.snapshot());
  }

  /** The option combos of some data elements, or those named. */
  Dimension combos(List<String> items, Collection<DataElement> elements) {
    return Dimension.fixed(
        Dimension.COMBO,
        DimensionType.CATEGORY_OPTION_COMBO,
        named(CategoryOptionCombo.class, items, () -> combos.of(elements)));
  }

  /** The attribute option combos of the data sets of some data elements, or those named. */
  Dimension attributeCombos(List<String> items, Collection<DataElement> elements) {
    return Dimension.fixed(
        Dimension.ATTRIBUTE_COMBO,
        DimensionType.ATTRIBUTE_OPTION_COMBO,
        named(CategoryOptionCombo.class, items, () -> combos.attributesOf(elements)));
  }

  /** Groups of units. */
  Dimension unitGroups(List<String> items) {
    return Dimension.fixed(
        Dimension.UNIT_GROUP,
        DimensionType.ORGANISATION_UNIT_GROUP,
        named(OrganisationUnitGroup.class, items, List::of));
  }

  /** A category or group set. */
  Dimension other(String id, List<String> items) {
    return category(id, items)
        .or(() ->
            set(
                id,
                items,
                CategoryOptionGroupSet.class,
                DimensionType.CATEGORY_OPTION_GROUP_SET,
                CategoryOptionGroupSet::dataDimension,
                CategoryOptionGroup.class,
                CategoryOptionGroupSet::categoryOptionGroups))
        .or(() ->
            set(
                id,
                items,
                DataElementGroupSet.class,
                DimensionType.DATA_ELEMENT_GROUP_SET,
                DataElementGroupSet::dataDimension,
                DataElementGroup.class,
                DataElementGroupSet::dataElementGroups))
        .or(() ->
            set(
                id,
                items,
                OrganisationUnitGroupSet.class,
                DimensionType.ORGANISATION_UNIT_GROUP_SET,
                OrganisationUnitGroupSet::dataDimension,
                OrganisationUnitGroup.class,
                this::unitGroups))
        .orElseThrow(() ->
            new AnalyticsException(
                "E7125",
                "Dimension identifier does not reference any dimension: `%s`".formatted(id)));
  }

  private Optional<Dimension> category(String id, List<String> items) {
    Optional<Dimension> category =
        set(
            id,
            items,
            Category.class,
            DimensionType.CATEGORY,
            Category::dataDimension,
            CategoryOption.class,
            Category::categoryOptions);
    if (isAll(items)) {
      return category.map(all -> readableData(all));
    }
    category.ifPresent(named -> named.objects(CategoryOption.class).forEach(lookup::requireData));
    return category;
  }

  private Dimension readableData(Dimension category) {
    return new Dimension(
        category.id(),
        category.type(),
        category.object(),
        category.entries().stream()
            .filter(entry -> lookup.mayReadData(((Entry.OfObject) entry).object()))
            .toList(),
        category.implied());
  }

  /** Groups of units have no order of their own. */
  private List<Ref<OrganisationUnitGroup>> unitGroups(OrganisationUnitGroupSet set) {
    return set.organisationUnitGroups().stream()
        .sorted(
            Comparator.comparing(
                ref ->
                    lookup
                        .byUid(OrganisationUnitGroup.class, ref.id())
                        .map(MetadataObject::label)
                        .orElse(ref.id()),
                String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private <S extends MetadataObject, T extends Nameable> Optional<Dimension> set(
      String id,
      List<String> items,
      Class<S> type,
      DimensionType dimensionType,
      Predicate<S> dataDimension,
      Class<T> memberType,
      Function<S, List<Ref<T>>> members) {
    return lookup
        .find(type, id)
        .filter(dataDimension)
        .map(set -> {
          List<T> all =
              members.apply(set).stream()
                  .flatMap(ref -> lookup.byUid(memberType, ref.id()).stream())
                  .filter(lookup::mayRead)
                  .toList();
          List<Entry> entries = named(memberType, items, () -> all);
          requireItems(set.uid(), entries);
          return new Dimension(set.uid(), dimensionType, Optional.of(set), entries, false);
        });
  }

  private static void requireItems(String id, List<Entry> entries) {
    if (entries.isEmpty()) {
      throw new AnalyticsException(
          "E7124",
          "Dimension is present in query without any valid dimension options: `%s`".formatted(id));
    }
  }

  private static boolean isAll(List<String> items) {
    return items.isEmpty() || items.contains(ALL_ITEMS);
  }

  private <T extends Nameable> List<Entry> named(
      Class<T> type, List<String> items, Supplier<? extends Collection<T>> all) {
    Collection<T> found =
        isAll(items)
            ? all.get()
            : items.stream().flatMap(item -> lookup.find(type, item).stream()).toList();
    Map<String, Entry> entries = new LinkedHashMap<>();
    found.forEach(object -> entries.putIfAbsent(object.uid(), new Entry.OfObject(object)));
    return List.copyOf(entries.values());
  }

  /** The dimensions that a user is limited to. */
  List<Dimension> constraints() {
    List<Dimension> constraints = new ArrayList<>();
    if (!lookup.actor().isSuper()) {
      lookup
          .actor()
          .user()
          .catDimensionConstraints()
          .forEach(ref -> constraints.add(constraint(ref.id())));
      lookup
          .actor()
          .user()
          .cogsDimensionConstraints()
          .forEach(ref -> constraints.add(constraint(ref.id())));
    }
    return constraints;
  }

  private Dimension constraint(String id) {
    Dimension all;
    try {
      all = new ObjectReader(lookup.byIdentifiers()).other(id, List.of());
    } catch (AnalyticsException e) {
      throw nothingReadable(id);
    }
    if (all.entries().isEmpty()) {
      throw nothingReadable(id);
    }
    return new Dimension(all.id(), all.type(), all.object(), all.entries(), true);
  }

  private AnalyticsException nothingReadable(String id) {
    return new AnalyticsException(
        "E7123",
        "User: `%s` is not allowed to read any of the items of the constraint: `%s`"
            .formatted(lookup.actor().user().username(), id));
  }
}
