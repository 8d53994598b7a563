package org.kituo.model.expression;

/** An item and how it is read: what a caller must supply one value for. */
public record QualifiedItem(Item item, Modifiers modifiers) {

  /** The item; modifiers are dropped where they cannot make a difference. */
  public QualifiedItem {
    if (item instanceof Item.Constant
        || item instanceof Item.OrgUnitTest
        || item instanceof Item.OrgUnitGroupSize) {
      modifiers = Modifiers.NONE;
    }
  }

  /** An item without modifiers. */
  public QualifiedItem(Item item) {
    this(item, Modifiers.NONE);
  }
}
