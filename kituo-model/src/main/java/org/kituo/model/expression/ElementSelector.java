package org.kituo.model.expression;

/** The first part of {@code #{..}}: one data element, or all elements of a group. */
public sealed interface ElementSelector {
  String uid();

  /** {@code #{uid}}. */
  record Element(String uid) implements ElementSelector {}

  /** {@code #{deGroup:uid}}. */
  record Group(String uid) implements ElementSelector {}
}
