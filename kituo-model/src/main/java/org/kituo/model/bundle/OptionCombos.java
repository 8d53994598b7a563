package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * The option combinations of category combinations: the cross product of the options of the
 * categories. A combination is known by the set of its options; those missing are made as soon as a
 * category combination or one of its categories changes, those that are there keep their
 * identifiers, and none is removed, since figures may name it.
 */
final class OptionCombos {
  private static final int MOST = 100_000;

  private OptionCombos() {}

  /** Makes the combinations that are missing in a category combination. */
  static void generate(SnapshotChange change, CategoryCombo combo, ImportContext context) {
    MetadataSnapshot now = change.snapshot();
    List<List<CategoryOption>> wanted = product(combo, now);
    Map<Set<String>, CategoryOptionCombo> known = known(combo, now);
    for (List<CategoryOption> options : wanted) {
      Set<String> ids =
          options.stream()
              .map(CategoryOption::uid)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      String name = options.stream().map(CategoryOption::label).collect(Collectors.joining(", "));
      CategoryOptionCombo existing = known.get(ids);
      if (existing == null) {
        change.put(created(combo, options, name, context));
      } else if (existing.name() == null || existing.name().isEmpty()) {
        change.put(ObjectType.of(existing).with(existing, "name", name));
      }
    }
  }

  private static CategoryOptionCombo created(
      CategoryCombo combo, List<CategoryOption> options, String name, ImportContext context) {
    ObjectType<CategoryOptionCombo> type = ObjectType.of(CategoryOptionCombo.class);
    List<Ref<?>> refs = new ArrayList<>();
    options.forEach(o -> refs.add(new Ref<>(o.uid())));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", context.newUid().get());
    values.put("created", context.now());
    values.put("lastUpdated", context.now());
    values.put("lastUpdatedBy", new Ref<>(context.actor().uid()));
    values.put("name", name);
    values.put("categoryCombo", new Ref<>(combo.uid()));
    values.put("categoryOptions", List.copyOf(refs));
    @Nullable Object[] initial = new @Nullable Object[type.stored().size()];
    for (int i = 0; i < initial.length; i++) {
      initial[i] = type.stored().get(i).initial();
    }
    initial[0] = "";
    return type.with(type.create(initial), values);
  }

  private static Map<Set<String>, CategoryOptionCombo> known(
      CategoryCombo combo, MetadataSnapshot now) {
    Map<Set<String>, CategoryOptionCombo> known = new HashMap<>();
    for (CategoryOptionCombo c : now.referrers(combo, CategoryOptionCombo.class, "categoryCombo")) {
      known.put(optionIds(c), c);
    }
    return known;
  }

  private static Set<String> optionIds(CategoryOptionCombo combo) {
    return combo.categoryOptions().stream().map(Ref::id).collect(Collectors.toSet());
  }

  /** Every way to take one option of each category; nothing where a category has none. */
  private static List<List<CategoryOption>> product(CategoryCombo combo, MetadataSnapshot now) {
    List<List<CategoryOption>> product = List.of(List.of());
    if (combo.categories().isEmpty()) {
      return List.of();
    }
    for (Ref<Category> ref : combo.categories()) {
      Category category = now.get(Category.class, ref.id());
      List<List<CategoryOption>> next = new ArrayList<>();
      for (List<CategoryOption> head : product) {
        for (Ref<CategoryOption> option :
            category == null ? List.<Ref<CategoryOption>>of() : category.categoryOptions()) {
          CategoryOption found = now.get(CategoryOption.class, option.id());
          if (found != null && next.size() < MOST) {
            List<CategoryOption> longer = new ArrayList<>(head);
            longer.add(found);
            next.add(longer);
          }
        }
      }
      product = next;
    }
    return product;
  }

  /** An option combination must be one of the cross product of its category combination. */
  static void check(CategoryOptionCombo combo, MetadataSnapshot union, List<ImportError> errors) {
    Ref<CategoryCombo> ref = combo.categoryCombo();
    CategoryCombo of = ref == null ? null : union.get(CategoryCombo.class, ref.id());
    if (of == null || of.categories().isEmpty()) {
      return;
    }
    Set<String> options = optionIds(combo);
    boolean fits = options.size() == of.categories().size();
    for (Ref<Category> category : of.categories()) {
      Category c = union.get(Category.class, category.id());
      fits &= c == null || c.categoryOptions().stream().anyMatch(o -> options.contains(o.id()));
    }
    if (!fits) {
      errors.add(
          ImportError.of(
                  "E1130",
                  "The option combo `%s` is none of those of category combo `%s`."
                      .formatted(combo.uid(), of.uid()),
                  combo.uid(),
                  of.uid())
              .about(combo.uid()));
    }
  }
}
