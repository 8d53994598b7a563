package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** Objects that stand in a dimension of analytics. */
@Virtual(
    name = "queryMods",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.common.QueryModifiers")
public interface DimensionItem extends Nameable {

  /** The identifier in analytics. */
  @Computed
  default String dimensionItem(View view) {
    return uid();
  }

  /** The first of the legend sets. */
  @Computed
  @SuppressWarnings("unchecked")
  default @Nullable Ref<LegendSet> legendSet(View view) {
    TypeProperty sets = ObjectType.of(this).property("legendSets");
    if (sets == null || !sets.stored()) {
      return null;
    }
    List<?> all = sets.storedItems(this);
    return all.isEmpty() ? null : (Ref<LegendSet>) all.getFirst();
  }
}
