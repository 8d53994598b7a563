package org.kituo.server.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.PasswordHash;
import org.kituo.model.access.PasswordPolicy;
import org.kituo.model.metadata.AnalyticalObject;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Sharing;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.Passwords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the shapes that clients of all ages send into the one that the types declare. Each rule
 * stands for what some client does:
 *
 * <ul>
 *   <li>{@code publicAccess, userAccesses, userGroupAccesses} instead of {@code sharing} (before
 *       2.36);
 *   <li>parts of an object written out inside it (layers of a map, the form of a data set, options
 *       of a set), which are objects of their own;
 *   <li>columns, rows and filters of tables and charts instead of what they come to, see {@link
 *       AxisShapes};
 *   <li>passwords: those that fit the policy are made hashes, others are left for the import to
 *       refuse.
 * </ul>
 */
public final class PayloadShapes {
  private final Passwords passwords;
  private final Supplier<PasswordPolicy> policy;
  private final Supplier<MetadataSnapshot> metadata;

  /** Shapes with hashes of passwords that fit a policy, and with types of objects from metadata. */
  public PayloadShapes(
      Passwords passwords, Supplier<PasswordPolicy> policy, Supplier<MetadataSnapshot> metadata) {
    this.passwords = passwords;
    this.policy = policy;
    this.metadata = metadata;
  }

  /** Changes a bundle in place: objects of all types, and those written out inside of others. */
  void bundle(ObjectNode bundle) {
    KnownObjects known = new KnownObjects(metadata.get(), bundle);
    for (ObjectType<?> type : MetadataTypes.ALL) {
      if (bundle.get(type.plural()) instanceof ArrayNode array) {
        for (JsonNode node : List.copyOf(list(array))) {
          if (node instanceof ObjectNode object) {
            object(type, object, bundle, known);
          }
        }
      }
    }
  }

  private static List<JsonNode> list(ArrayNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  /** Changes an object in place; objects written out inside it are put into the bundle. */
  public void object(ObjectType<?> type, ObjectNode object, ObjectNode bundle) {
    object(type, object, bundle, new KnownObjects(metadata.get(), bundle));
  }

  private void object(
      ObjectType<?> type, ObjectNode object, ObjectNode bundle, KnownObjects known) {
    sharing(object);
    if (type.plural().equals("users")) {
      user(object);
    }
    if (AnalyticalObject.class.isAssignableFrom(type.record())) {
      AxisShapes.read(object, known);
    }
    for (TypeProperty property : type.stored()) {
      ObjectType<?> target = property.reference() ? written(property) : null;
      JsonNode value = target == null ? null : object.get(property.name());
      if (target != null && value != null) {
        hoist(target, property, object, value, bundle, known);
      }
    }
  }

  /**
   * The type of parts that may be written out where a property refers to them; null for all others.
   */
  private static @Nullable ObjectType<?> written(TypeProperty property) {
    return switch (property.name()) {
      case "mapViews" -> MetadataTypes.byPlural("mapViews");
      case "dataEntryForm" -> MetadataTypes.byPlural("dataEntryForms");
      case "options" -> MetadataTypes.byPlural("options");
      default -> null;
    };
  }

  private void hoist(
      ObjectType<?> target,
      TypeProperty property,
      ObjectNode holder,
      JsonNode value,
      ObjectNode bundle,
      KnownObjects known) {
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, hoisted(target, array.get(i), bundle, known));
      }
    } else {
      holder.set(property.name(), hoisted(target, value, bundle, known));
    }
  }

  private JsonNode hoisted(
      ObjectType<?> target, JsonNode part, ObjectNode bundle, KnownObjects known) {
    if (!(part instanceof ObjectNode object) || !isWrittenOut(target, object)) {
      return part;
    }
    String id = object.path("id").asString("");
    if (known.isComing(id, target)) {
      return bundle.objectNode().put("id", id);
    }
    if (id.isEmpty()) {
      id = NewUids.next();
      object.put("id", id);
    }
    object(target, object, bundle, known);
    if (!(bundle.get(target.plural()) instanceof ArrayNode)) {
      bundle.putArray(target.plural());
    }
    ((ArrayNode) bundle.get(target.plural())).add(object);
    return bundle.objectNode().put("id", id);
  }

  /** Whether an object is written out rather than referred to by its identifier or code. */
  private static boolean isWrittenOut(ObjectType<?> target, ObjectNode object) {
    long said = target.stored().stream().filter(p -> object.has(p.name())).count();
    return said > 2 || !object.has("id") && !object.has("code") && said > 0;
  }

  private void user(ObjectNode user) {
    String password = user.path("password").asString("");
    if (password.isEmpty()) {
      user.remove("password");
    } else if (!PasswordHash.isHash(password) && fault(user, password) == null) {
      user.put("password", passwords.hash(password));
      user.put(
          "passwordLastUpdated",
          org.kituo.model.schema.Dates.format(java.time.LocalDateTime.now()));
    }
  }

  private @Nullable String fault(ObjectNode user, String password) {
    return policy
        .get()
        .fault(password, user.path("username").asString(null), user.path("email").asString(null));
  }

  private static void sharing(ObjectNode object) {
    if (object.has("sharing")
        || !object.has("publicAccess")
            && !object.has("userGroupAccesses")
            && !object.has("userAccesses")) {
      return;
    }
    ObjectNode sharing = object.putObject("sharing");
    sharing.put("public", object.path("publicAccess").asString(Sharing.NO_ACCESS));
    for (Map.Entry<String, String> e :
        Map.of("userAccesses", "users", "userGroupAccesses", "userGroups").entrySet()) {
      ObjectNode accesses = sharing.putObject(e.getValue());
      for (JsonNode access : object.path(e.getKey())) {
        String id = access.path("id").asString("");
        accesses
            .putObject(id)
            .put("id", id)
            .put("access", access.path("access").asString(Sharing.NO_ACCESS));
      }
    }
  }
}
