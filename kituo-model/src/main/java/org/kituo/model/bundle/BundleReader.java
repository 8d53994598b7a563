package org.kituo.model.bundle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Bundle.Item;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.SharedValues;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.databind.JsonNode;

/**
 * Reads the objects of a bundle. Where objects are named by codes, the codes are turned into
 * identifiers here, those of the bundle itself first, so that the import knows identifiers alone; a
 * code that names nothing stays in the place of the identifier and is reported by the import as a
 * reference to nothing.
 */
final class BundleReader {
  private final boolean byCode;
  private final MetadataSnapshot snapshot;
  private final Supplier<String> newUid;
  private final Map<Class<?>, Map<String, String>> codes = new HashMap<>();
  private final SharedValues shared = new SharedValues();

  BundleReader(
      JsonNode bundle, boolean byCode, MetadataSnapshot snapshot, Supplier<String> newUid) {
    this.byCode = byCode;
    this.snapshot = snapshot;
    this.newUid = newUid;
    if (byCode) {
      for (ObjectType<?> type : MetadataTypes.ALL) {
        JsonNode array = bundle.get(type.plural());
        if (array != null && array.isArray()) {
          array.forEach(o -> register(type, o));
        }
      }
    }
  }

  private void register(ObjectType<?> type, JsonNode node) {
    String code = Bundle.text(node, "code");
    if (code != null) {
      String known = snapshot.uniqueOwner(type.record(), "code", code);
      String given = Bundle.text(node, "id");
      String uid = known != null ? known : given != null ? given : newUid.get();
      codes.computeIfAbsent(type.record(), t -> new HashMap<>()).put(code, uid);
    }
  }

  Item item(ObjectType<?> type, JsonNode node, int index) {
    ObjectReader reader = new ObjectReader(this::resolve, shared);
    String uid = byCode ? byCode(type.record(), Bundle.text(node, "code")) : null;
    MetadataObject object =
        (MetadataObject) reader.read(type, node, uid == null ? newUid.get() : uid);
    if (uid != null && !uid.equals(object.uid())) {
      object = with(type, object, uid);
    }
    boolean identified = byCode ? uid != null : node.has("id");
    return new Item(
        index,
        object,
        ObjectReader.present(type, node),
        reader.misfits(),
        identified,
        reader.others(type, node));
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject with(ObjectType<T> type, MetadataObject object, String uid) {
    return (MetadataObject) type.with((T) object, "id", uid);
  }

  private @Nullable String resolve(@Nullable Class<? extends Record> target, JsonNode reference) {
    String id = Bundle.text(reference, "id");
    String code = Bundle.text(reference, "code");
    if (!byCode || target == null || code == null) {
      return id != null ? id : code;
    }
    String uid = byCode(target, code);
    return uid == null ? code : uid;
  }

  private @Nullable String byCode(Class<?> type, @Nullable String code) {
    if (code == null) {
      return null;
    }
    String own = codes.getOrDefault(type, Map.of()).get(code);
    return own != null ? own : snapshot.uniqueOwner(type, "code", code);
  }
}
