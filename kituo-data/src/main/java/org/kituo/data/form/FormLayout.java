package org.kituo.data.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementOperand;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.Section;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * The cells of a form in the order in which they are shown: by sections where the data set has any,
 * else all data elements by name. Greyed cells are left out.
 *
 * @param groups the parts of the form
 */
public record FormLayout(List<Group> groups) {
  /**
   * A part of a form.
   *
   * @param description what is written below the label; null for nothing
   */
  public record Group(
      String label, @Nullable String description, List<DataElement> elements, List<Field> fields) {}

  /** A cell of a form. */
  public record Field(String label, DataElement element, CategoryOptionCombo combo) {}

  /** The layout of a data set's form. */
  public static FormLayout of(DataSet set, MetadataSnapshot snapshot) {
    Builder builder = new Builder(set, snapshot);
    List<Section> sections =
        snapshot.referrers(set, Section.class, "dataSet").stream()
            .sorted(
                Comparator.comparing(section -> Objects.requireNonNullElse(section.sortOrder(), 0)))
            .toList();
    if (sections.isEmpty()) {
      List<DataElement> elements = new ArrayList<>();
      for (DataSetElement element : set.dataSetElements()) {
        if (element.dataElement() != null) {
          snapshot.find(DataElement.class, element.dataElement().id()).ifPresent(elements::add);
        }
      }
      elements.sort(Comparator.comparing(element -> String.valueOf(element.name())));
      return new FormLayout(List.of(builder.group("default", "default", elements, List.of())));
    }
    return new FormLayout(
        sections.stream()
            .map(section ->
                builder.group(
                    String.valueOf(section.name()),
                    section.description(),
                    section.dataElements().stream()
                        .flatMap(ref -> snapshot.find(DataElement.class, ref.id()).stream())
                        .toList(),
                    section.greyedFields()))
            .toList());
  }

  /** Makes the groups of one data set. */
  private static final class Builder {
    private final MetadataSnapshot snapshot;
    private final Map<String, Ref<CategoryCombo>> overrides = new HashMap<>();
    private final Map<String, List<CategoryOptionCombo>> combos = new HashMap<>();

    Builder(DataSet set, MetadataSnapshot snapshot) {
      this.snapshot = snapshot;
      for (DataSetElement element : set.dataSetElements()) {
        if (element.dataElement() != null && element.categoryCombo() != null) {
          overrides.put(element.dataElement().id(), element.categoryCombo());
        }
      }
    }

    Group group(
        String label,
        @Nullable String description,
        List<DataElement> elements,
        List<DataElementOperand> greyed) {
      record Cell(@Nullable String element, @Nullable String combo) {}
      Set<Cell> left = new HashSet<>();
      for (DataElementOperand operand : greyed) {
        left.add(new Cell(id(operand.dataElement()), id(operand.categoryOptionCombo())));
      }
      List<Field> fields = new ArrayList<>();
      for (DataElement element : elements) {
        Ref<CategoryCombo> combo = overrides.getOrDefault(element.uid(), element.categoryCombo());
        for (CategoryOptionCombo cell : cells(combo)) {
          if (!left.contains(new Cell(element.uid(), cell.uid()))) {
            fields.add(new Field(label(element, cell), element, cell));
          }
        }
      }
      return new Group(label, description, elements, fields);
    }

    private static @Nullable String id(@Nullable Ref<?> ref) {
      return ref == null ? null : ref.id();
    }

    private static String label(DataElement element, CategoryOptionCombo combo) {
      String name =
          element.formName() == null ? String.valueOf(element.name()) : element.formName();
      return combo.uid().equals(DefaultObjects.CATEGORY_OPTION_COMBO)
          ? name
          : name + " " + combo.name();
    }

    private List<CategoryOptionCombo> cells(@Nullable Ref<CategoryCombo> combo) {
      CategoryCombo object = combo == null ? null : snapshot.get(CategoryCombo.class, combo.id());
      return object == null
          ? List.of()
          : combos.computeIfAbsent(object.uid(), uid -> ordered(object));
    }

    /** The combinations in the order of the options of the first category, then the second... */
    private List<CategoryOptionCombo> ordered(CategoryCombo combo) {
      Map<String, Integer> places = new HashMap<>();
      for (Ref<Category> category : combo.categories()) {
        snapshot
            .find(Category.class, category.id())
            .ifPresent(c -> {
              for (Ref<CategoryOption> option : c.categoryOptions()) {
                places.putIfAbsent(option.id(), places.size());
              }
            });
      }
      return snapshot.referrers(combo, CategoryOptionCombo.class, "categoryCombo").stream()
          .sorted((a, b) -> compare(places(a, places), places(b, places)))
          .toList();
    }

    private static List<Integer> places(CategoryOptionCombo combo, Map<String, Integer> places) {
      return combo.categoryOptions().stream()
          .map(option -> places.getOrDefault(option.id(), Integer.MAX_VALUE))
          .sorted()
          .toList();
    }

    private static int compare(List<Integer> a, List<Integer> b) {
      for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
        int order = a.get(i).compareTo(b.get(i));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(a.size(), b.size());
    }
  }
}
