package org.kituo.analytics.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** Which option combos data elements have. */
public final class Combos {
  private static final Comparator<CategoryOptionCombo> BY_NAME =
      Comparator.comparing(CategoryOptionCombo::label, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(CategoryOptionCombo::uid);

  /** What was asked for before, kept with the snapshot. */
  private static final Function<MetadataSnapshot, Map<String, List<CategoryOptionCombo>>>
      BY_CATEGORY_COMBO = snapshot -> new ConcurrentHashMap<>();

  private final MetadataSnapshot snapshot;

  /** Combos of a snapshot. */
  public Combos(MetadataSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Those of the elements' category combos, also of those that they have in some data set. */
  public List<CategoryOptionCombo> of(Collection<DataElement> elements) {
    Set<String> categoryCombos = new LinkedHashSet<>();
    for (DataElement element : elements) {
      add(element.categoryCombo(), categoryCombos);
      for (DataSet set : dataSets(element)) {
        for (DataSetElement member : set.dataSetElements()) {
          if (member.dataElement() != null && member.dataElement().id().equals(element.uid())) {
            add(member.categoryCombo(), categoryCombos);
          }
        }
      }
    }
    return combos(categoryCombos);
  }

  /** Those of the category combos of the elements' data sets. */
  public List<CategoryOptionCombo> attributesOf(Collection<DataElement> elements) {
    Set<String> categoryCombos = new LinkedHashSet<>();
    elements.forEach(
        element -> dataSets(element).forEach(set -> add(set.categoryCombo(), categoryCombos)));
    return combos(categoryCombos);
  }

  /** Those of a category combo. */
  public List<CategoryOptionCombo> of(@Nullable Ref<CategoryCombo> categoryCombo) {
    return combos(categoryCombo == null ? Set.of() : Set.of(categoryCombo.id()));
  }

  private Collection<DataSet> dataSets(DataElement element) {
    return snapshot.referrers(element, DataSet.class, "dataSetElements");
  }

  private static void add(@Nullable Ref<CategoryCombo> ref, Set<String> ids) {
    if (ref != null) {
      ids.add(ref.id());
    }
  }

  /** In the order of names. */
  private List<CategoryOptionCombo> combos(Set<String> categoryCombos) {
    Map<String, List<CategoryOptionCombo>> known = snapshot.derived(BY_CATEGORY_COMBO);
    List<CategoryOptionCombo> combos = new ArrayList<>();
    for (String id : categoryCombos) {
      combos.addAll(known.computeIfAbsent(id, this::sorted));
    }
    if (categoryCombos.size() > 1) {
      combos.sort(BY_NAME);
    }
    return combos;
  }

  private List<CategoryOptionCombo> sorted(String categoryCombo) {
    return snapshot.find(CategoryCombo.class, categoryCombo).stream()
        .flatMap(
            combo -> snapshot.referrers(combo, CategoryOptionCombo.class, "categoryCombo").stream())
        .sorted(BY_NAME)
        .toList();
  }
}
