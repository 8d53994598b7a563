package org.kituo.model.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.bundle.Bundle.Item;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Sharing;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Makes the object that an item of a bundle becomes: an update replaces all that the type owns, so
 * what the source does not speak of goes; but what the server sets, sharing, and secrets stay
 * unless the source gives others.
 */
final class Merge {
  private static final String READ_WRITE = "rw------";
  private static final Set<String> CHANGE = Set.of("lastUpdated", "lastUpdatedBy");

  private final MetadataSnapshot base;
  private final ImportOptions options;
  private final ImportContext context;

  Merge(MetadataSnapshot base, ImportOptions options, ImportContext context) {
    this.base = base;
    this.options = options;
    this.context = context;
  }

  MetadataObject merged(Item item) {
    MetadataObject existing =
        base.get(item.object().getClass().asSubclass(MetadataObject.class), item.object().uid());
    return merge(item.type(), item, existing);
  }

  @SuppressWarnings("unchecked")
  private <T> MetadataObject merge(
      ObjectType<T> type, Item item, @Nullable MetadataObject existing) {
    MetadataType facts = type.facts();
    Identity given = item.object().identity();
    Identity old = existing == null ? null : existing.identity();
    Ref<?> actor = new Ref<>(context.actor().uid());
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    changes.put("created", old == null ? context.now() : old.created());
    changes.put("lastUpdated", context.now());
    changes.put("lastUpdatedBy", actor);
    changes.put("createdBy", old != null ? old.createdBy() : facts.owned() ? actor : null);
    changes.put("sharing", sharing(facts, item, given, old));
    if (options.skipTranslation()) {
      changes.put("translations", old == null ? List.of() : old.translations());
    }
    if (existing != null) {
      for (TypeProperty p : type.stored()) {
        if (!p.facts().readable() || isServerSet(p)) {
          keep(changes, p, item.present(), existing);
        }
      }
    }
    MetadataObject merged =
        TypeRules.completed(
            (MetadataObject) type.with((T) item.object(), changes), existing, context);
    return existing == null ? merged : sharing(type, merged, existing);
  }

  /**
   * The object with the very values that it had before where they are equal, so that all that
   * follows sees at once that a collection has not changed, however long it is. Where nothing but
   * the time and the author of the change differ, the object of before.
   */
  @SuppressWarnings("unchecked")
  private static <T> MetadataObject sharing(
      ObjectType<T> type, MetadataObject now, MetadataObject before) {
    @Nullable Object[] values = type.values((T) now);
    @Nullable Object[] old = type.values((T) before);
    boolean same = true;
    for (int i = 0; i < values.length; i++) {
      if (Objects.equals(values[i], old[i])) {
        values[i] = old[i];
      } else {
        same &= CHANGE.contains(type.stored().get(i).name());
      }
    }
    return same ? before : (MetadataObject) type.create(values);
  }

  /** Whether an object is what it was before, but for the time and the author of the change. */
  static boolean isSame(MetadataObject now, MetadataObject before) {
    return sharing(ObjectType.of(now), now, before) == before;
  }

  private static boolean isServerSet(TypeProperty property) {
    return switch (property.name()) {
      case "passwordLastUpdated", "version", "favorites", "subscribers", "lastLogin" -> true;
      default -> false;
    };
  }

  private static void keep(
      Map<String, @Nullable Object> changes,
      TypeProperty p,
      Set<String> present,
      MetadataObject existing) {
    if (!present.contains(p.name())) {
      changes.put(p.name(), p.stored(existing));
    }
  }

  private Sharing sharing(MetadataType facts, Item item, Identity given, @Nullable Identity old) {
    if (!facts.shareable()) {
      return Sharing.NONE;
    }
    boolean spoken = item.present().contains("sharing") && !options.skipSharing();
    if (!spoken && old != null) {
      return old.sharing();
    }
    Sharing standard = standard(facts);
    if (!spoken) {
      return standard;
    }
    Sharing wanted = given.sharing();
    String owner =
        wanted.owner() != null
            ? wanted.owner()
            : old != null ? old.sharing().owner() : standard.owner();
    boolean unsaid = old != null && old.sharing().publicAccess() == null;
    String access =
        wanted.publicAccess() != null || unsaid ? wanted.publicAccess() : Sharing.NO_ACCESS;
    return new Sharing(owner, access, wanted.users(), wanted.userGroups());
  }

  /** The sharing of a new object whose source gives none; where sharing is skipped, the owner's. */
  private Sharing standard(MetadataType facts) {
    boolean open =
        !options.skipSharing()
            && !facts.defaultPrivate()
            && AccessRules.mayCreatePublic(context.actor(), facts);
    return new Sharing(
        context.actor().uid(), open ? READ_WRITE : Sharing.NO_ACCESS, Map.of(), Map.of());
  }
}
