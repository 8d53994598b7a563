package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;

/** A section of a data set. */
@MetadataType(
    klass = "org.hisp.dhis.dataset.Section",
    plural = "sections",
    order = 1320,
    attributable = true,
    owned = false,
    create = "F_SECTION_ADD",
    delete = "F_SECTION_DELETE")
public record Section(
    Identity identity,
    @Property(singular = "dataElement") List<Ref<DataElement>> dataElements,
    @Property(required = true) @Nullable Ref<DataSet> dataSet,
    @Property(min = 2) @Nullable String description,
    @Property boolean disableDataElementAutoGroup,
    @Property(max = 50000) @Nullable String displayOptions,
    @Property(singular = "greyedField", ordered = false, cascade = "all,delete-orphan")
        List<DataElementOperand> greyedFields,
    @Property(singular = "indicator") List<Ref<Indicator>> indicators,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property(required = true) boolean showColumnTotals,
    @Property(required = true) boolean showRowTotals,
    @Property(required = true) @Nullable Integer sortOrder)
    implements Identifiable {

  /** The disaggregations of its data elements. */
  @Computed(singular = "categoryCombo")
  public List<Ref<CategoryCombo>> categoryCombos(View view) {
    DataSet set = dataSet == null ? null : view.snapshot().get(DataSet.class, dataSet.id());
    return dataElements.stream()
        .map(ref -> combo(set, ref, view))
        .flatMap(java.util.Optional::stream)
        .distinct()
        .toList();
  }

  /** The disaggregation of an element in a set: the set's own where it has one. */
  private static java.util.Optional<Ref<CategoryCombo>> combo(
      @Nullable DataSet set, Ref<DataElement> ref, View view) {
    if (set != null) {
      for (DataSetElement element : set.dataSetElements()) {
        if (ref.equals(element.dataElement()) && element.categoryCombo() != null) {
          return java.util.Optional.of(element.categoryCombo());
        }
      }
    }
    return view.snapshot().find(DataElement.class, ref.id()).map(DataElement::categoryCombo);
  }
}
