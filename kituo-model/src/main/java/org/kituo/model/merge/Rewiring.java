package org.kituo.model.merge;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataEntryForm;
import org.kituo.model.metadata.ExpressionDimensionItem;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.MetadataTypes.Referrer;
import org.kituo.model.metadata.Predictor;
import org.kituo.model.metadata.ProgramIndicator;
import org.kituo.model.metadata.ProgramRule;
import org.kituo.model.metadata.ProgramRuleAction;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/**
 * Makes everything that refers to one object refer to others. A single reference becomes one to the
 * first of them; in a collection all of them take the place, none twice. References within embedded
 * objects follow, and so do identifiers in the texts of expressions and forms.
 */
final class Rewiring {
  private static final List<Class<? extends MetadataObject>> WITH_EXPRESSIONS =
      List.of(
          Indicator.class,
          ValidationRule.class,
          Predictor.class,
          ProgramIndicator.class,
          ProgramRule.class,
          ProgramRuleAction.class,
          ExpressionDimensionItem.class,
          DataEntryForm.class);

  private final SnapshotChange change;
  private final LocalDateTime now;
  private final MetadataObject source;
  private final List<Ref<?>> targets;

  private Rewiring(
      SnapshotChange change, LocalDateTime now, MetadataObject source, List<Ref<?>> targets) {
    this.change = change;
    this.now = now;
    this.source = source;
    this.targets = targets;
  }

  /** Rewires what refers to a source, in a change. */
  static void run(
      SnapshotChange change, LocalDateTime now, MetadataObject source, List<Ref<?>> targets) {
    Rewiring rewiring = new Rewiring(change, now, source, targets);
    for (Referrer referrer : MetadataTypes.referrers(source.getClass())) {
      rewiring.references(referrer);
    }
    WITH_EXPRESSIONS.forEach(rewiring::texts);
  }

  private void references(Referrer referrer) {
    MetadataSnapshot snapshot = change.snapshot();
    List<String> ids = new ArrayList<>();
    snapshot.referrerIds(referrer.property(), source.uid()).forEach(ids::add);
    for (String id : ids) {
      MetadataObject by = snapshot.get(MetadataTypes.record(referrer.type()), id);
      Object held = by == null ? null : referrer.property().stored(by);
      if (by != null && held != null) {
        MetadataObject rewired =
            changed(by, referrer.property().name(), value(referrer.property(), held));
        change.put(
            source instanceof CategoryOption && rewired instanceof CategoryOptionCombo combo
                ? named(combo)
                : rewired);
      }
    }
  }

  /** A combination is called by its options. */
  private MetadataObject named(CategoryOptionCombo combo) {
    List<String> names = new ArrayList<>();
    for (Ref<CategoryOption> ref : combo.categoryOptions()) {
      change.snapshot().find(CategoryOption.class, ref.id()).ifPresent(o -> names.add(o.label()));
    }
    return ObjectType.of(combo).with(combo, "name", String.join(", ", names));
  }

  private Object value(TypeProperty property, Object held) {
    if (!(held instanceof List<?> list)) {
      return items(property, held).getFirst();
    }
    Set<Object> items = new LinkedHashSet<>();
    list.forEach(item -> items.addAll(items(property, item)));
    return List.copyOf(items);
  }

  /** What stands in the place of an item: itself, or one for each target. */
  private List<?> items(TypeProperty property, Object item) {
    if (item instanceof Ref<?> ref) {
      boolean refers = ref.id().equals(source.uid()) && property.target() == source.getClass();
      return refers ? targets : List.of(item);
    }
    List<Object> copies = new ArrayList<>();
    for (Ref<?> target : item instanceof MetadataObject ? targets.subList(0, 1) : targets) {
      copies.add(
          new Rewiring(change, now, source, List.of(target)).embedded(ObjectType.of(item), item));
    }
    return copies;
  }

  @SuppressWarnings("unchecked")
  private <T> Object embedded(ObjectType<T> type, Object item) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (TypeProperty inner : type.references()) {
      Object held = inner.stored(item);
      Object next = held == null ? null : value(inner, held);
      if (!Objects.equals(held, next)) {
        changes.put(inner.name(), next);
      }
    }
    return changes.isEmpty() ? item : type.with((T) item, changes);
  }

  private void texts(Class<? extends MetadataObject> type) {
    for (MetadataObject object : List.copyOf(change.snapshot().all(type))) {
      Object rewritten = rewritten(ObjectType.of(object), object);
      if (rewritten != object) {
        change.put(touched((MetadataObject) rewritten));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private <T> Object rewritten(ObjectType<T> type, Object object) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (TypeProperty property : type.stored()) {
      Object held = property.stored(object);
      Object next =
          switch (held) {
            case String text when !property.name().equals("id") ->
                text.replace(source.uid(), targets.getFirst().id());
            case Record part when property.embedded() -> rewritten(ObjectType.of(part), part);
            case null, default -> held;
          };
      if (next != held && !Objects.equals(next, held)) {
        changes.put(property.name(), next);
      }
    }
    return changes.isEmpty() ? object : type.with((T) object, changes);
  }

  private MetadataObject changed(MetadataObject by, String property, Object value) {
    return touched(with(ObjectType.of(by), by, property, value));
  }

  private MetadataObject touched(MetadataObject object) {
    return with(ObjectType.of(object), object, "lastUpdated", now);
  }

  @SuppressWarnings("unchecked")
  private static <T> MetadataObject with(
      ObjectType<T> type, MetadataObject object, String property, Object value) {
    return (MetadataObject) type.with((T) object, property, value);
  }
}
