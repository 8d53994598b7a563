package org.kituo.model.expression;

import java.util.List;

/** The second or third part of {@code #{..}}: which (attribute) option combos are meant. */
public sealed interface OptionSelector {

  /** Whether at most one combo is named, by its uid. */
  default boolean isPlain() {
    return true;
  }

  /** Not written, or {@code *}: every combo. */
  enum Any implements OptionSelector {
    UNSAID,
    STAR
  }

  /** One combo. */
  record Combo(String uid) implements OptionSelector {}

  /** {@code co:uid}: the combos that have the category option. */
  record WithOption(String uid) implements OptionSelector {
    @Override
    public boolean isPlain() {
      return false;
    }
  }

  /** {@code coGroup:uid&uid}: the combos with an option in each of the groups. */
  record InGroups(List<String> uids) implements OptionSelector {
    public InGroups {
      uids = List.copyOf(uids);
    }

    @Override
    public boolean isPlain() {
      return false;
    }
  }
}
