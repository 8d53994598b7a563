package org.kituo.analytics.query;

import java.util.Optional;
import java.util.function.Predicate;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Finds the objects that a question names, if the one who asks may see them.
 *
 * @param snapshot the metadata
 * @param actor who asks
 * @param scheme how the question names objects
 */
record Lookup(MetadataSnapshot snapshot, Actor actor, IdScheme scheme) {

  /** The same for things that are named by identifiers, whatever the question does. */
  Lookup byIdentifiers() {
    return new Lookup(snapshot, actor, IdScheme.BY_UID);
  }

  /** A readable object by its name in the scheme of the question. */
  <T extends MetadataObject> Optional<T> find(Class<T> type, String text) {
    return byScheme(type, text)
        .filter(object -> AccessRules.may(actor, Action.READ, object, snapshot));
  }

  private <T extends MetadataObject> Optional<T> byScheme(Class<T> type, String text) {
    return switch (scheme.type()) {
      case UID -> snapshot.find(type, text);
      case CODE -> snapshot.findByCode(type, text);
      case NAME -> all(type, object -> text.equals(object.name()));
      case ATTRIBUTE -> {
        String attribute = String.valueOf(scheme.attribute());
        yield all(type, object -> text.equals(object.identity().attribute(attribute)));
      }
    };
  }

  private <T extends MetadataObject> Optional<T> all(Class<T> type, Predicate<T> wanted) {
    return snapshot.all(type).stream().filter(wanted).findFirst();
  }

  /** An object by its identifier. */
  <T extends MetadataObject> Optional<T> byUid(Class<T> type, String uid) {
    return snapshot.find(type, uid);
  }

  boolean mayReadData(MetadataObject object) {
    return AccessRules.may(actor, Action.DATA_READ, object, snapshot);
  }

  boolean mayRead(MetadataObject object) {
    return AccessRules.may(actor, Action.READ, object, snapshot);
  }

  /** Refuses to answer if the data of an object may not be read. */
  void requireData(MetadataObject object) {
    if (!mayReadData(object)) {
      throw new AnalyticsException(
          "E7121",
          "User: `%s` is not allowed to read data for `%s`: `%s`"
              .formatted(actor.user().username(), ObjectType.of(object).singular(), object.uid()));
    }
  }
}
