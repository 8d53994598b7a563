package org.kituo.model.snapshot;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.snapshot.Trie.Editor;

/**
 * Who refers to each target by one property. Most targets are named by one object or a few, so
 * their set is just its identifier, or an array; a few are named by all others, as a role is by its
 * users, and have a trie that changes without being copied.
 *
 * @param sets the identifiers by target: a {@code String}, a {@code String[]} or a {@code
 *     Trie<String, String>}
 */
record Referrers(Trie<String, Object> sets) {
  static final Referrers NONE = new Referrers(Trie.empty());
  private static final int MOST_IN_ARRAY = 12;

  /** The identifiers of the objects that refer to a target. */
  Collection<String> of(String target) {
    return members(sets.get(target));
  }

  @SuppressWarnings("unchecked")
  private static Collection<String> members(@Nullable Object set) {
    return switch (set) {
      case null -> List.of();
      case String one -> List.of(one);
      case String[] few -> Arrays.asList(few);
      default -> ((Trie<String, String>) set).values();
    };
  }

  Referrers with(String target, String referrer, Editor editor) {
    Object set = sets.get(target);
    if (set instanceof Trie<?, ?> || members(set).size() == MOST_IN_ARRAY) {
      return new Referrers(
          sets.with(target, trie(set, editor).with(referrer, referrer, editor), editor));
    }
    Collection<String> members = members(set);
    if (members.contains(referrer)) {
      return this;
    } else if (members.isEmpty()) {
      return new Referrers(sets.with(target, referrer, editor));
    }
    String[] more = members.toArray(new String[members.size() + 1]);
    more[members.size()] = referrer;
    return new Referrers(sets.with(target, more, editor));
  }

  @SuppressWarnings("unchecked")
  private static Trie<String, String> trie(@Nullable Object set, Editor editor) {
    if (set instanceof Trie<?, ?>) {
      return (Trie<String, String>) set;
    }
    Trie<String, String> trie = Trie.empty();
    for (String member : members(set)) {
      trie = trie.with(member, member, editor);
    }
    return trie;
  }

  Referrers without(String target, String referrer, Editor editor) {
    Object set = sets.get(target);
    if (set instanceof Trie<?, ?> many) {
      Trie<?, ?> rest = many.without(referrer, editor);
      return new Referrers(
          rest.size() == 0 ? sets.without(target, editor) : sets.with(target, rest, editor));
    }
    String[] rest = members(set).stream().filter(m -> !m.equals(referrer)).toArray(String[]::new);
    return new Referrers(
        switch (rest.length) {
          case 0 -> sets.without(target, editor);
          case 1 -> sets.with(target, rest[0], editor);
          default -> sets.with(target, rest, editor);
        });
  }
}
