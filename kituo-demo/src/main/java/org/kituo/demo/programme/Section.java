package org.kituo.demo.programme;

import java.util.List;

/**
 * A part of a form.
 *
 * @param greyed fields that are closed for entry
 */
public record Section(String name, List<Element> elements, List<Field> greyed) {
  /** A field of a form: an element and the number of its option combo. */
  public record Field(Element element, int combo) {}

  static Section of(String name, Element... elements) {
    return new Section(name, List.of(elements), List.of());
  }

  Section grey(Element element, int combo) {
    return new Section(name, elements, List.of(new Field(element, combo)));
  }
}
