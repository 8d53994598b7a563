package org.kituo.model.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Of which option combinations an actor may read data. What is kept are those that are hidden:
 * those with an option whose data are not shared with the actor. Most actors have none. They are
 * found once for each actor and snapshot, from the options, which are few.
 */
public final class ReadableCombos {
  private static final Function<MetadataSnapshot, Map<Asker, ReadableCombos>> KNOWN =
      snapshot -> new ConcurrentHashMap<>();

  private final MetadataSnapshot snapshot;
  private final int[] hidden;

  /** What of an actor sharing depends on. */
  private record Asker(String user, Set<String> groups) {}

  private ReadableCombos(MetadataSnapshot snapshot, int[] hidden) {
    this.snapshot = snapshot;
    this.hidden = hidden;
  }

  /** Those of an actor. */
  public static ReadableCombos of(Actor actor, MetadataSnapshot snapshot) {
    if (actor.isSuper()) {
      return new ReadableCombos(snapshot, new int[0]);
    }
    return snapshot
        .derived(KNOWN)
        .computeIfAbsent(
            new Asker(actor.uid(), actor.groups()),
            asker -> new ReadableCombos(snapshot, hidden(actor, snapshot)));
  }

  private static int[] hidden(Actor actor, MetadataSnapshot snapshot) {
    return snapshot.all(CategoryOption.class).stream()
        .filter(option -> !AccessRules.may(actor, Action.DATA_READ, option, snapshot))
        .flatMap(option ->
            snapshot.referrers(option, CategoryOptionCombo.class, "categoryOptions").stream())
        .mapToInt(snapshot::key)
        .sorted()
        .distinct()
        .toArray();
  }

  /** Whether there are none that the actor may not read. */
  public boolean isAll() {
    return hidden.length == 0;
  }

  /** The keys of those that the actor may not read, ascending. */
  public int[] hidden() {
    return hidden.clone();
  }

  /** Whether the actor may read data of a combination, by its key; false if it is gone. */
  public boolean allows(int combo) {
    return Arrays.binarySearch(hidden, combo) < 0
        && snapshot.byKey(CategoryOptionCombo.class, combo) != null;
  }

  /** Whether the actor may read data of all combinations of a category combination. */
  public boolean allowsAll(Ref<CategoryCombo> categoryCombo) {
    return isAll()
        || snapshot.find(CategoryCombo.class, categoryCombo.id()).stream()
            .flatMap(combo ->
                snapshot.referrers(combo, CategoryOptionCombo.class, "categoryCombo").stream())
            .allMatch(combo -> allows(snapshot.key(combo)));
  }
}
