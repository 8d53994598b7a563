package org.kituo.server.metadata;

import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;
import org.springframework.http.HttpStatus;

/** Finds types and objects by the parts of a path, with the problems that clients expect. */
public final class Types {

  private Types() {}

  /** The type of a path, such as {@code dataElements}. */
  public static ObjectType<?> byPath(String plural) {
    ObjectType<?> type = MetadataTypes.byPlural(plural);
    if (type == null) {
      throw Problem.of(HttpStatus.NOT_FOUND, null, "There is no resource /api/" + plural + ".");
    }
    return type;
  }

  /** An object that an actor may read; one that he may not read is not there for him. */
  public static MetadataObject object(
      ObjectType<?> type, String uid, Actor actor, MetadataSnapshot snapshot) {
    requireReadable(type, actor);
    MetadataObject object = existing(type, uid, snapshot);
    if (!AccessRules.may(actor, Action.READ, object, snapshot)) {
      throw missing(type, uid);
    }
    return object;
  }

  /** An object. */
  public static MetadataObject existing(ObjectType<?> type, String uid, MetadataSnapshot snapshot) {
    if (!Uid.isUid(uid)) {
      throw Problem.badRequest(
          null,
          "Value '%s' is not valid for path parameter uid. UID must be an alphanumeric string of 11 characters starting with a letter, but was: %s"
              .formatted(uid, uid));
    }
    return snapshot
        .find(MetadataTypes.record(type), uid)
        .map(MetadataObject.class::cast)
        .orElseThrow(() -> missing(type, uid));
  }

  private static Problem missing(ObjectType<?> type, String uid) {
    return Problem.notFound(type.simpleKlass() + " with id " + uid + " could not be found.");
  }

  /** Refuses those who may not see objects of a type at all. */
  public static void requireReadable(ObjectType<?> type, Actor actor) {
    if (!AccessRules.mayReadType(actor, type.facts())) {
      throw Problem.forbidden(
          "E1006", "You don't have the proper permissions to read objects of this type.");
    }
  }
}
