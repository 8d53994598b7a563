package org.kituo.model.bundle;

import java.util.List;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/** Brings the category model up to date where something is missing. */
public final class CategoryModel {

  private CategoryModel() {}

  /** Makes the option combinations that are missing in some category combinations. */
  public static SnapshotChange completed(
      MetadataSnapshot snapshot, List<CategoryCombo> combos, ImportContext context) {
    SnapshotChange change = snapshot.change();
    combos.forEach(combo -> OptionCombos.generate(change, combo, context));
    return change;
  }
}
