package org.kituo.model.expression;

import java.util.List;
import java.util.Optional;

/** Where descriptions of expressions take names from. */
@FunctionalInterface
public interface Names {
  /** The name to show of the object referred to, empty when there is no such object. */
  Optional<String> name(Reference reference);

  /**
   * The operands that an item with a group of data elements, a category option or option groups
   * stands for; they are described as their sum. With none, the item is described by the names of
   * the objects it mentions.
   */
  default List<Item.DataElements> operands(Item.DataElements item) {
    return List.of();
  }
}
