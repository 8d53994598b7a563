package org.kituo.analytics.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  private final MetadataSnapshot snapshot;

  /** Combos of a snapshot. */
  public Combos(MetadataSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Those of the elements' category combos, also of those that they have in some data set. */
  public Set<CategoryOptionCombo> of(Collection<DataElement> elements) {
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
  public Set<CategoryOptionCombo> attributesOf(Collection<DataElement> elements) {
    Set<String> categoryCombos = new LinkedHashSet<>();
    elements.forEach(
        element -> dataSets(element).forEach(set -> add(set.categoryCombo(), categoryCombos)));
    return combos(categoryCombos);
  }

  /** Those of a category combo. */
  public Set<CategoryOptionCombo> of(@Nullable Ref<CategoryCombo> categoryCombo) {
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
  private Set<CategoryOptionCombo> combos(Set<String> categoryCombos) {
    List<CategoryOptionCombo> combos = new ArrayList<>();
    for (String id : categoryCombos) {
      snapshot
          .find(CategoryCombo.class, id)
          .ifPresent(combo ->
              combos.addAll(snapshot.referrers(combo, CategoryOptionCombo.class, "categoryCombo")));
    }
    combos.sort(
        Comparator.comparing(CategoryOptionCombo::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(CategoryOptionCombo::uid));
    return new LinkedHashSet<>(combos);
  }
}
