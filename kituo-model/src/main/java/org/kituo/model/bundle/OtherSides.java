package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Bundle.Item;
import org.kituo.model.metadata.Option;
import org.kituo.model.metadata.OptionSet;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.ProgramRule;
import org.kituo.model.metadata.ProgramRuleAction;
import org.kituo.model.metadata.ProgramSection;
import org.kituo.model.metadata.ProgramStage;
import org.kituo.model.metadata.ProgramStageSection;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * Keeps the two sides of parents and parts alike, where both are stored: an option set lists its
 * options, and an option names its set. Whichever side of the pair a bundle speaks of, the other
 * follows.
 */
final class OtherSides {
  private static final List<Pair> PAIRS =
      List.of(
          new Pair(OptionSet.class, "options", Option.class, "optionSet"),
          new Pair(Program.class, "programStages", ProgramStage.class, "program"),
          new Pair(Program.class, "programSections", ProgramSection.class, "program"),
          new Pair(
              ProgramStage.class,
              "programStageSections",
              ProgramStageSection.class,
              "programStage"),
          new Pair(
              ProgramRule.class, "programRuleActions", ProgramRuleAction.class, "programRule"));

  private OtherSides() {}

  /** A type whose objects list parts, and the type of the parts, which name their whole. */
  private record Pair(
      Class<? extends MetadataObject> whole,
      String list,
      Class<? extends MetadataObject> part,
      String of) {}

  static void complete(SnapshotChange change, Collection<Item> items) {
    for (Pair pair : PAIRS) {
      for (Item item : items) {
        if (pair.whole.isInstance(item.object()) && item.present().contains(pair.list)) {
          nameWhole(change, pair, item.object().uid());
        }
      }
      for (Item item : items) {
        if (pair.part.isInstance(item.object()) && item.present().contains(pair.of)) {
          listPart(change, pair, item.object().uid());
        }
      }
    }
  }

  /**
   * Parts name their whole; options take their places from the list, but where those that they have
   * agree with it.
   */
  private static void nameWhole(SnapshotChange change, Pair pair, String whole) {
    MetadataSnapshot now = change.snapshot();
    MetadataObject owner = now.get(pair.whole, whole);
    if (owner == null) {
      return;
    }
    List<?> listed = List.copyOf(property(pair.whole, pair.list).storedItems(owner));
    boolean placed = pair.part == Option.class && agree(listed, now);
    int place = 0;
    for (Object ref : listed) {
      MetadataObject part = now.get(pair.part, ((Ref<?>) ref).id());
      if (part != null) {
        MetadataObject next =
            whole.equals(named(pair, part)) ? part : with(part, pair.of, new Ref<>(whole));
        if (next instanceof Option && !placed) {
          next = with(next, "sortOrder", place);
        }
        if (!next.equals(part)) {
          change.put(next);
        }
      }
      place++;
    }
  }

  /** Whether options have places already, which ascend in the order of the list. */
  private static boolean agree(List<?> listed, MetadataSnapshot now) {
    int last = Integer.MIN_VALUE;
    for (Object ref : listed) {
      Option option = now.get(Option.class, ((Ref<?>) ref).id());
      Integer place = option == null ? null : option.sortOrder();
      if (place == null || place <= last) {
        return false;
      }
      last = place;
    }
    return true;
  }

  private static void listPart(SnapshotChange change, Pair pair, String uid) {
    MetadataSnapshot now = change.snapshot();
    MetadataObject part = now.get(pair.part, uid);
    String whole = part == null ? null : named(pair, part);
    MetadataObject owner = whole == null ? null : now.get(pair.whole, whole);
    if (owner == null) {
      return;
    }
    Set<Object> listed = new LinkedHashSet<>(property(pair.whole, pair.list).storedItems(owner));
    if (listed.add(new Ref<>(uid))) {
      change.put(with(owner, pair.list, List.copyOf(listed)));
    }
  }

  /**
   * Puts an object into the collections on the other side that its source names, and takes it out
   * of the rest; objects that the bundle itself gives with such a collection are left as it says.
   */
  static void write(SnapshotChange change, Item item, Collection<Item> items) {
    item.others()
        .forEach((name, wanted) -> {
          TypeProperty.InverseOf inverse =
              java.util.Objects.requireNonNull(
                  java.util.Objects.requireNonNull(item.type().property(name)).inverse());
          TypeProperty held = property(inverse.type(), inverse.property());
          String uid = item.object().uid();
          Set<String> holding = new LinkedHashSet<>(change.snapshot().referrerIds(held, uid));
          Set<String> touched = new LinkedHashSet<>(wanted);
          touched.addAll(holding);
          for (Item given : items) {
            if (given.type().record() == inverse.type()
                && given.present().contains(inverse.property())) {
              touched.remove(given.object().uid());
            }
          }
          for (String id : touched) {
            MetadataObject holder =
                change.snapshot().get(inverse.type().asSubclass(MetadataObject.class), id);
            if (holder != null && wanted.contains(id) != holding.contains(id)) {
              List<Object> refs = new ArrayList<>(held.storedItems(holder));
              if (!refs.remove(new Ref<>(uid))) {
                refs.add(new Ref<>(uid));
              }
              change.put(with(holder, inverse.property(), List.copyOf(refs)));
            }
          }
        });
  }

  private static @Nullable String named(Pair pair, MetadataObject part) {
    return property(pair.part, pair.of).stored(part) instanceof Ref<?> ref ? ref.id() : null;
  }

  private static TypeProperty property(Class<?> type, String name) {
    return java.util.Objects.requireNonNull(ObjectType.of(type).property(name));
  }

  private static MetadataObject with(MetadataObject object, String property, Object value) {
    return withValue(ObjectType.of(object), object, property, value);
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject withValue(
      ObjectType<T> type, MetadataObject object, String property, Object value) {
    return (MetadataObject) type.with((T) object, property, value);
  }
}
