package org.kituo.model.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kituo.model.bundle.ImportError;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Which objects may be merged: those of the category model only where they mean the same, data
 * elements only where their figures are of the same kind.
 */
final class MergeRules {

  private MergeRules() {}

  static List<ImportError> errors(
      MetadataSnapshot snapshot,
      List<MetadataObject> sources,
      MetadataObject target,
      MergeRequest request) {
    List<ImportError> errors = new ArrayList<>();
    boolean figures = target instanceof DataElement || target instanceof CategoryOptionCombo;
    if (figures && request.dataStrategy() == null) {
      errors.add(
          ImportError.of(
              "E1534",
              "dataMergeStrategy field must be specified. With value `DISCARD` or `LAST_UPDATED`"));
    }
    for (MetadataObject source : sources) {
      if (DefaultObjects.isDefault(source)) {
        errors.add(error("E1540", "The default objects cannot be merged: %s", source));
      }
      switch (source) {
        case DataElement element -> element(element, (DataElement) target, errors);
        case Category category -> category(category, (Category) target, snapshot, errors);
        case CategoryCombo combo -> combo(combo, (CategoryCombo) target, errors);
        case CategoryOptionCombo combo -> optionCombo(combo, (CategoryOptionCombo) target, errors);
        default -> {}
      }
    }
    if (target instanceof Category) {
      sharedBySources(sources, snapshot, errors);
    }
    return errors;
  }

  private static ImportError error(String code, String message, MetadataObject source) {
    return ImportError.of(code, message.formatted(source.uid()), source.uid());
  }

  private static void element(DataElement source, DataElement target, List<ImportError> errors) {
    if (source.valueType() != target.valueType()) {
      errors.add(error("E1550", "The value type of data element %s is not the target's", source));
    }
    if (source.domainType() != target.domainType()) {
      errors.add(error("E1551", "The domain of data element %s is not the target's", source));
    }
  }

  private static void category(
      Category source, Category target, MetadataSnapshot snapshot, List<ImportError> errors) {
    if (!ids(source.categoryOptions()).equals(ids(target.categoryOptions()))) {
      errors.add(error("E1535", "The options of category %s are not the target's", source));
    }
    Set<String> combos = combos(source, snapshot);
    combos.retainAll(combos(target, snapshot));
    if (!combos.isEmpty()) {
      errors.add(
          error("E1536", "Category %s and the target are in the same category combo", source));
    }
  }

  private static void sharedBySources(
      List<MetadataObject> sources, MetadataSnapshot snapshot, List<ImportError> errors) {
    Set<String> seen = new HashSet<>();
    for (MetadataObject source : sources) {
      Set<String> combos = combos((Category) source, snapshot);
      if (combos.stream().anyMatch(seen::contains)) {
        errors.add(
            error(
                "E1537", "Category %s and another source are in the same category combo", source));
      }
      seen.addAll(combos);
    }
  }

  private static Set<String> combos(Category category, MetadataSnapshot snapshot) {
    return snapshot.referrers(category, CategoryCombo.class, "categories").stream()
        .map(CategoryCombo::uid)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void combo(CategoryCombo source, CategoryCombo target, List<ImportError> errors) {
    if (!ids(source.categories()).equals(ids(target.categories()))) {
      errors.add(
          error("E1545", "The categories of category combo %s are not the target's", source));
    }
  }

  private static void optionCombo(
      CategoryOptionCombo source, CategoryOptionCombo target, List<ImportError> errors) {
    if (!Objects.equals(source.categoryCombo(), target.categoryCombo())
        || !ids(source.categoryOptions()).equals(ids(target.categoryOptions()))) {
      errors.add(
          error(
              "E1540",
              "%s is no duplicate of the target " + ObjectType.of(target).singular(),
              source));
    }
  }

  private static <T> Set<String> ids(List<Ref<T>> refs) {
    return refs.stream().map(Ref::id).collect(Collectors.toSet());
  }
}
