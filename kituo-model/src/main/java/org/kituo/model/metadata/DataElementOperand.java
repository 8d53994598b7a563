package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;

/** A data element with one of its category option combinations. */
@MetadataType(
    klass = "org.hisp.dhis.dataelement.DataElementOperand",
    plural = "dataElementOperands",
    metadata = false,
    path = "/dataElementOperands",
    nameable = true,
    translatable = false,
    owned = false,
    unkept = {"id", "code", "created", "lastUpdated", "lastUpdatedBy"})
@Virtual(
    name = "attributeOptionCombo",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.category.CategoryOptionCombo")
@Virtual(name = "description", kind = PropertyKind.TEXT)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"DATA_ELEMENT_OPERAND\"")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(
    name = "legendSet",
    kind = PropertyKind.REFERENCE,
    klass = "org.hisp.dhis.legend.LegendSet",
    writable = false)
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet",
    value = "[]")
@Virtual(
    name = "queryMods",
    kind = PropertyKind.COMPLEX,
    klass = "org.hisp.dhis.common.QueryModifiers")
public record DataElementOperand(
    Identity identity,
    @Property @Nullable Ref<CategoryOptionCombo> categoryOptionCombo,
    @Property @Nullable Ref<DataElement> dataElement,
    @Property(persisted = false) @Nullable String name)
    implements DimensionItem {

  /** An operand under the identifier and the name that the API tells of it. */
  public static DataElementOperand of(DataElement element, CategoryOptionCombo combo) {
    return new DataElementOperand(
        Identity.of(element.uid() + "." + combo.uid(), null),
        new Ref<>(combo.uid()),
        new Ref<>(element.uid()),
        words(element.label(), combo));
  }

  /** This operand as the API tells it: with the name and identifier that follow from its parts. */
  public DataElementOperand told(MetadataSnapshot snapshot) {
    DataElement element = element(snapshot);
    CategoryOptionCombo combo = combo(snapshot);
    if (element == null || combo == null) {
      return this;
    }
    DataElementOperand told = of(element, combo);
    return new DataElementOperand(
        identity.withId(told.uid()), categoryOptionCombo, dataElement, told.name());
  }

  private static String words(String element, CategoryOptionCombo combo) {
    return DefaultObjects.isDefault(combo) ? element : element + " " + combo.label();
  }

  private @Nullable DataElement element(MetadataSnapshot snapshot) {
    return dataElement == null ? null : snapshot.get(DataElement.class, dataElement.id());
  }

  private @Nullable CategoryOptionCombo combo(MetadataSnapshot snapshot) {
    return categoryOptionCombo == null
        ? null
        : snapshot.get(CategoryOptionCombo.class, categoryOptionCombo.id());
  }

  /** The short name of the data element with the name of the combination. */
  @Computed(writable = true)
  public @Nullable String shortName(View view) {
    DataElement element = element(view.snapshot());
    CategoryOptionCombo combo = combo(view.snapshot());
    return element == null || element.shortName() == null || combo == null
        ? name
        : words(element.shortName(), combo);
  }

  @Override
  public @Nullable String displayShortName(View view) {
    return shortName(view);
  }

  /** How the data element is aggregated. */
  @Computed(writable = true)
  public @Nullable AggregationType aggregationType(View view) {
    DataElement element = element(view.snapshot());
    return element == null ? null : element.aggregationType();
  }
}
