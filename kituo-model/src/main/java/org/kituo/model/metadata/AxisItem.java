package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;

/**
 * An item of a dimension that no object stands for: a period, a keyword, a reporting rate.
 *
 * @param identity holds the identifier alone
 * @param dimensionItem the identifier in analytics
 * @param dimensionItemType what kind of item it is
 * @param name the name for people
 * @param shortName a shorter name
 */
@MetadataType(
    klass = "org.hisp.dhis.common.DimensionalItemObject",
    plural = "dimensionItems",
    metadata = false,
    translatable = false,
    owned = false)
public record AxisItem(
    Identity identity,
    @Property String dimensionItem,
    @Property @Nullable DimensionItemType dimensionItemType,
    @Property @Nullable String name,
    @Property @Nullable String shortName)
    implements Nameable {

  /** An item with one name. */
  static AxisItem of(String id, @Nullable DimensionItemType type, @Nullable String name) {
    return new AxisItem(Identity.of(id, null), id, type, name, name);
  }
}
