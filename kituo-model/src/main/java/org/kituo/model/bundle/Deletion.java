package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElementOperand;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.LegendSet;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.MetadataTypes.Referrer;
import org.kituo.model.metadata.ProgramStage;
import org.kituo.model.metadata.TrackedEntityType;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * Deletes objects and keeps the rest whole.
 *
 * <p>Whoever refers to a deleted object is dealt with by the kind of the reference: a collection
 * loses the item; parts of the deleted object (sections of a data set, options of a set, option
 * combinations of a category combination) go with it; everything else that names it as one value
 * keeps it from being deleted.
 */
final class Deletion {
  private final SnapshotChange change;
  private final ImportContext context;
  private final Map<String, ImportError> vetoes = new LinkedHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();

  Deletion(SnapshotChange change, ImportContext context) {
    this.change = change;
    this.context = context;
  }

  /** Why an object cannot be deleted; null where it can. */
  @Nullable ImportError veto(Class<?> type, String uid) {
    return vetoes.get(name(type, uid));
  }

  private static String name(Class<?> type, String uid) {
    return type.getSimpleName() + uid;
  }

  /** Deletes objects together: they do not hold each other. */
  void delete(Collection<MetadataObject> objects) {
    objects.forEach(o -> gone.add(name(o.getClass(), o.uid())));
    objects.forEach(this::deleteOne);
  }

  private void deleteOne(MetadataObject object) {
    MetadataSnapshot now = change.snapshot();
    if (DefaultObjects.isDefault(object)) {
      veto(object, "the default objects cannot be deleted");
      return;
    }
    if (object instanceof User && object.uid().equals(context.actor().uid())) {
      veto(object, "users cannot delete themselves");
      return;
    }
    for (Referrer referrer : MetadataTypes.referrers(object.getClass())) {
      List<String> ids = new ArrayList<>();
      now.referrerIds(referrer.property(), object.uid()).forEach(ids::add);
      for (String id : ids) {
        MetadataObject by = now.get(MetadataTypes.record(referrer.type()), id);
        if (by != null && !gone.contains(name(by.getClass(), by.uid()))) {
          release(object, by, referrer.property());
        }
      }
    }
    String inExpression = ExpressionReferences.referrer(object, now, gone);
    if (inExpression != null) {
      veto(object, inExpression);
    }
    if (!vetoes.containsKey(name(object.getClass(), object.uid()))) {
      change.remove(object);
    }
  }

  private void release(MetadataObject object, MetadataObject by, TypeProperty property) {
    if (isPart(object, by, property)) {
      gone.add(name(by.getClass(), by.uid()));
      deleteOne(by);
    } else if (object instanceof CategoryCombo && !(by instanceof CategoryOptionCombo)) {
      put(by, property.name(), withDefaultCombo(by, property, object.uid()));
    } else if (property.collection() && !holdsItems(object, by)) {
      put(by, property.name(), without(property, by, object.uid()));
    } else {
      veto(object, ObjectType.of(by).simpleKlass() + " (" + by.label() + ")");
    }
  }

  private void veto(MetadataObject object, String by) {
    vetoes.putIfAbsent(
        name(object.getClass(), object.uid()),
        new ImportError(
            "E4030",
            "Object could not be deleted because it is associated with another object: " + by,
            null,
            null,
            null,
            null,
            null,
            List.of()));
  }

  /** Whether an object lives only as a part of another. */
  private static boolean isPart(MetadataObject whole, MetadataObject by, TypeProperty property) {
    String part = ObjectType.of(by).singular() + "." + property.name();
    return switch (part) {
      case "section.dataSet",
          "option.optionSet",
          "categoryOptionCombo.categoryCombo",
          "programStage.program",
          "programSection.program",
          "programStageSection.programStage",
          "programRuleAction.programRule",
          "programRuleVariable.program" ->
          true;
      default -> false;
    };
  }

  /** Whether the items of a collection cannot be taken from it by deleting them. */
  private static boolean holdsItems(MetadataObject object, MetadataObject by) {
    return object instanceof UserRole
        || object instanceof LegendSet
        || by instanceof ProgramStage
        || by instanceof TrackedEntityType
        || object instanceof Category && by instanceof CategoryCombo;
  }

  private static Object withDefaultCombo(MetadataObject by, TypeProperty property, String uid) {
    Ref<CategoryCombo> standard = new Ref<>(DefaultObjects.CATEGORY_COMBO);
    if (!property.embedded()) {
      return standard;
    }
    List<Object> items = new ArrayList<>();
    for (Object item : property.storedItems(by)) {
      items.add(
          item instanceof DataSetElement e
                  && e.categoryCombo() != null
                  && e.categoryCombo().id().equals(uid)
              ? new DataSetElement(null, e.dataElement(), e.dataSet())
              : item);
    }
    return List.copyOf(items);
  }

  private static List<?> without(TypeProperty property, MetadataObject by, String uid) {
    return property.storedItems(by).stream().filter(item -> !names(item, uid)).toList();
  }

  private static boolean names(Object item, String uid) {
    if (item instanceof Ref<?> ref) {
      return ref.id().equals(uid);
    }
    for (TypeProperty inner : ObjectType.of(item).references()) {
      for (Object value : inner.storedItems(item)) {
        if (value instanceof DataElementOperand || value instanceof Ref<?>) {
          if (names(value, uid)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void put(MetadataObject by, String property, Object value) {
    change.put(changed(ObjectType.of(by), by, property, value));
  }

  @SuppressWarnings("unchecked")
  private <T> MetadataObject changed(
      ObjectType<T> type, MetadataObject by, String property, Object value) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    changes.put(property, value);
    changes.put("lastUpdated", context.now());
    return (MetadataObject) type.with((T) by, changes);
  }
}
