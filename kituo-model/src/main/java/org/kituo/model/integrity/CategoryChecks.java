package org.kituo.model.integrity;

import static org.kituo.model.integrity.Finders.alike;
import static org.kituo.model.integrity.Finders.unreferred;
import static org.kituo.model.integrity.Finders.where;
import static org.kituo.model.integrity.IntegrityCheck.Severity.CRITICAL;
import static org.kituo.model.integrity.IntegrityCheck.Severity.SEVERE;
import static org.kituo.model.integrity.IntegrityCheck.Severity.WARNING;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.model.integrity.IntegrityCheck.Finder;
import org.kituo.model.integrity.IntegrityCheck.Severity;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.CategoryOptionGroup;
import org.kituo.model.metadata.CategoryOptionGroupSet;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.Program;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** The checks of the category model. */
final class CategoryChecks {
  static final List<IntegrityCheck> ALL =
      List.of(
          check(
              "categories_no_options",
              1,
              WARNING,
              Category.class,
              "Categories with no category options",
              "Give the category options, or delete it.",
              where(Category.class, (c, s) -> c.categoryOptions().isEmpty())),
          oneDefault("categories_one_default_category", 2, Category.class, "category"),
          oneDefault(
              "categories_one_default_category_combo", 3, CategoryCombo.class, "category combo"),
          oneDefault(
              "categories_one_default_category_option", 4, CategoryOption.class, "category option"),
          oneDefault(
              "categories_one_default_category_option_combo",
              5,
              CategoryOptionCombo.class,
              "category option combo"),
          check(
              "categories_unique_category_combo",
              6,
              SEVERE,
              CategoryCombo.class,
              "Category combos that have the same categories as another one",
              "Use one of them everywhere and delete the others.",
              alike(
                  CategoryCombo.class,
                  (c, s) -> c.categories().isEmpty() ? null : Set.copyOf(c.categories()))),
          check(
              "category_options_no_categories",
              7,
              WARNING,
              CategoryOption.class,
              "Category options with no categories",
              "Put the option into a category, or delete it.",
              unreferred(CategoryOption.class, Category.class, "categoryOptions")),
          check(
              "category_options_shared_within_category_combo",
              8,
              SEVERE,
              CategoryCombo.class,
              "Category combos with categories that share an option",
              "Give each category of the combo options of its own.",
              where(CategoryCombo.class, CategoryChecks::sharesOptions)),
          check(
              "category_option_combos_disjoint",
              9,
              SEVERE,
              CategoryOptionCombo.class,
              "Category option combos with options that are not of their category combo",
              "Move their figures to the combo with the right options and delete them.",
              where(CategoryOptionCombo.class, CategoryChecks::isDisjoint)),
          check(
              "category_option_combos_have_duplicates",
              10,
              SEVERE,
              CategoryOptionCombo.class,
              "Category option combos with the same category combo and options as another one",
              "Merge them.",
              alike(
                  CategoryOptionCombo.class,
                  (c, s) ->
                      List.of(String.valueOf(c.categoryCombo()), Set.copyOf(c.categoryOptions())))),
          check(
              "category_option_combos_no_category_combo",
              11,
              CRITICAL,
              CategoryOptionCombo.class,
              "Category option combos without a category combo",
              "Delete them.",
              where(
                  CategoryOptionCombo.class,
                  (c, s) ->
                      c.categoryCombo() == null
                          || s.find(CategoryCombo.class, c.categoryCombo().id()).isEmpty())),
          check(
              "category_option_combinations_cardinality",
              12,
              SEVERE,
              CategoryOptionCombo.class,
              "Category option combos with more or fewer options than their combo has categories",
              "Move their figures to the right combo and delete them.",
              where(
                  CategoryOptionCombo.class,
                  (c, s) ->
                      combo(c, s) instanceof CategoryCombo combo
                          && combo.categories().size() != c.categoryOptions().size())),
          check(
              "category_combos_unused",
              13,
              WARNING,
              CategoryCombo.class,
              "Category combos that nothing uses",
              "Delete them.",
              where(CategoryCombo.class, CategoryChecks::isUnused)),
          check(
              "category_combo_no_categories",
              14,
              SEVERE,
              CategoryCombo.class,
              "Category combos without categories",
              "Give the combo categories, or delete it.",
              where(CategoryCombo.class, (c, s) -> c.categories().isEmpty())),
          check(
              "category_option_group_sets_incomplete",
              15,
              WARNING,
              CategoryOptionGroupSet.class,
              "Category option group sets that leave out options of categories they group",
              "Put all options of the category into groups of the set.",
              where(CategoryOptionGroupSet.class, CategoryChecks::isIncomplete)));

  private CategoryChecks() {}

  private static IntegrityCheck check(
      String name,
      int order,
      Severity severity,
      Class<? extends MetadataObject> subject,
      String title,
      String advice,
      Finder finder) {
    return new IntegrityCheck(name, "Categories", order, severity, subject, title, advice, finder);
  }

  private static IntegrityCheck oneDefault(
      String name, int order, Class<? extends MetadataObject> subject, String noun) {
    return check(
        name,
        order,
        SEVERE,
        subject,
        "Only one \"default\" " + noun + " should exist",
        "Use the one that every system has from the start, and delete or rename the other.",
        where(
            subject,
            (object, s) ->
                !DefaultObjects.isDefault(object)
                    && ("default".equals(object.name())
                        || "default".equals(object.identity().code()))));
  }

  private static @Nullable CategoryCombo combo(
      CategoryOptionCombo object, MetadataSnapshot snapshot) {
    Ref<CategoryCombo> ref = object.categoryCombo();
    return ref == null ? null : snapshot.get(CategoryCombo.class, ref.id());
  }

  private static List<Category> categories(CategoryCombo combo, MetadataSnapshot snapshot) {
    return combo.categories().stream()
        .flatMap(ref -> snapshot.find(Category.class, ref.id()).stream())
        .toList();
  }

  private static boolean sharesOptions(CategoryCombo combo, MetadataSnapshot snapshot) {
    Set<Ref<CategoryOption>> seen = new HashSet<>();
    return categories(combo, snapshot).stream()
        .flatMap(category -> category.categoryOptions().stream())
        .anyMatch(option -> !seen.add(option));
  }

  private static boolean isDisjoint(CategoryOptionCombo object, MetadataSnapshot snapshot) {
    CategoryCombo combo = combo(object, snapshot);
    if (combo == null) {
      return false;
    }
    Set<Ref<CategoryOption>> options =
        categories(combo, snapshot).stream()
            .flatMap(category -> category.categoryOptions().stream())
            .collect(Collectors.toSet());
    return !options.containsAll(object.categoryOptions());
  }

  private static boolean isUnused(CategoryCombo combo, MetadataSnapshot snapshot) {
    return !DefaultObjects.isDefault(combo)
        && snapshot.referrers(combo, DataElement.class, "categoryCombo").isEmpty()
        && snapshot.referrers(combo, DataSet.class, "categoryCombo").isEmpty()
        && snapshot.referrers(combo, DataSet.class, "dataSetElements").isEmpty()
        && snapshot.referrers(combo, Program.class, "categoryCombo").isEmpty();
  }

  private static boolean isIncomplete(CategoryOptionGroupSet set, MetadataSnapshot snapshot) {
    Set<Ref<CategoryOption>> grouped =
        set.categoryOptionGroups().stream()
            .flatMap(ref -> snapshot.find(CategoryOptionGroup.class, ref.id()).stream())
            .flatMap(group -> group.categoryOptions().stream())
            .collect(Collectors.toSet());
    return grouped.stream()
        .flatMap(ref -> snapshot.find(CategoryOption.class, ref.id()).stream())
        .flatMap(option -> snapshot.referrers(option, Category.class, "categoryOptions").stream())
        .anyMatch(category -> !grouped.containsAll(category.categoryOptions()));
  }
}
