package org.kituo.data.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.kituo.data.evaluation.Figures.Cell;
import org.kituo.model.expression.CompiledExpression;
import org.kituo.model.expression.ElementSelector;
import org.kituo.model.expression.Item;
import org.kituo.model.expression.Modifiers;
import org.kituo.model.expression.OptionSelector;
import org.kituo.model.expression.QualifiedItem;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.CategoryOptionGroup;
import org.kituo.model.metadata.Constant;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.period.Period;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * The values of the items of expressions at a place. Numbers of several cells are added up; texts
 * are taken from the first cell.
 */
public final class ItemValues {
  private static final int DAYS_IN_YEAR = 365;

  private final MetadataSnapshot snapshot;
  private final Map<ElementSelector, int[]> elements = new HashMap<>();
  private final Map<OptionSelector, IntPredicate> options = new HashMap<>();

  /** Over a state of metadata. */
  public ItemValues(MetadataSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The keys of the data elements that an expression reads. */
  public List<Integer> elements(CompiledExpression expression) {
    List<Integer> keys = new ArrayList<>();
    for (QualifiedItem item : expression.items()) {
      if (item.item() instanceof Item.DataElements data) {
        for (int key : elements(data.element())) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  /** The keys of the elements that a selector means. */
  public int[] elements(ElementSelector selector) {
    return elements.computeIfAbsent(selector, this::find);
  }

  private int[] find(ElementSelector selector) {
    return switch (selector) {
      case ElementSelector.Element(String uid) ->
          snapshot.get(DataElement.class, uid) == null
              ? new int[0]
              : new int[] {snapshot.key(DataElement.class, uid)};
      case ElementSelector.Group(String uid) -> {
        DataElementGroup group = snapshot.get(DataElementGroup.class, uid);
        yield group == null
            ? new int[0]
            : group.dataElements().stream()
                .mapToInt(ref -> snapshot.key(DataElement.class, ref.id()))
                .toArray();
      }
    };
  }

  /** The value of an item at a place; null if it has none. */
  public @Nullable Object value(QualifiedItem item, Figures figures, Place place) {
    Place there =
        item.modifiers().periodOffset() == 0
            ? place
            : place.in(period(place).plus(item.modifiers().periodOffset()).key());
    return switch (item.item()) {
      case Item.DataElements data ->
          isDated(period(there), item.modifiers()) ? figure(data, figures.at(there), there) : null;
      case Item.Constant(String uid) ->
          snapshot.find(Constant.class, uid).map(Constant::value).orElse(null);
      case Item.OrgUnitGroupSize(String uid) ->
          snapshot
              .find(OrganisationUnitGroup.class, uid)
              .map(group -> (Object) group.organisationUnits().size())
              .orElse(null);
      case Item.OrgUnitTest(Item.OrgUnitRelation relation, List<String> uids) ->
          isRelated(relation, uids, place.orgUnit());
      case Item.PeriodCount count -> count(count, period(place));
      default -> null;
    };
  }

  /** Whether a period is within the dates that an item is bound to. */
  private static boolean isDated(Period period, Modifiers modifiers) {
    return modifiers.minDate().filter(period.start()::isBefore).isEmpty()
        && modifiers.maxDate().filter(period.end()::isAfter).isEmpty();
  }

  private Period period(Place place) {
    return snapshot.calendar().ofKey(place.period());
  }

  private static Object count(Item.PeriodCount count, Period period) {
    return switch (count) {
      case DAYS -> period.daysInPeriod();
      case PERIOD_IN_YEAR -> period.number();
      case YEARLY_PERIOD_COUNT ->
          Math.max(1, Math.round((double) DAYS_IN_YEAR / period.daysInPeriod()));
    };
  }

  private @Nullable Object figure(Item.DataElements item, Map<Cell, String> cells, Place place) {
    IntPredicate combos = combos(item.categoryOptionCombo());
    if (!combos(item.attributeOptionCombo()).test(place.attributeOptionCombo())) {
      return null;
    }
    double sum = Double.NaN;
    String text = null;
    for (int element : elements(item.element())) {
      boolean numeric = isNumeric(element);
      for (Map.Entry<Cell, String> cell : cells.entrySet()) {
        if (cell.getKey().dataElement() == element
            && combos.test(cell.getKey().categoryOptionCombo())) {
          if (numeric) {
            double number = number(cell.getValue());
            sum = Double.isNaN(sum) ? number : Double.isNaN(number) ? sum : sum + number;
          } else if (text == null) {
            text = cell.getValue();
          }
        }
      }
    }
    return Double.isNaN(sum) ? text : (Object) sum;
  }

  private boolean isNumeric(int element) {
    DataElement object = snapshot.byKey(DataElement.class, element);
    ValueType type = object == null ? null : object.valueType();
    return type != null && type.isNumeric();
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN; // older figures may not be of the element's present type
    }
  }

  private IntPredicate combos(OptionSelector selector) {
    return options.computeIfAbsent(selector, this::test);
  }

  private IntPredicate test(OptionSelector selector) {
    return switch (selector) {
      case OptionSelector.Any any -> key -> true;
      case OptionSelector.Combo(String uid) -> {
        int wanted = snapshot.key(CategoryOptionCombo.class, uid);
        yield key -> key == wanted;
      }
      case OptionSelector.WithOption(String uid) -> key -> has(key, List.of(new Ref<>(uid)));
      case OptionSelector.InGroups(List<String> uids) ->
          key ->
              uids.stream()
                  .allMatch(uid ->
                      snapshot
                          .find(CategoryOptionGroup.class, uid)
                          .filter(group -> has(key, group.categoryOptions()))
                          .isPresent());
    };
  }

  private boolean has(int combo, List<Ref<CategoryOption>> any) {
    CategoryOptionCombo object = snapshot.byKey(CategoryOptionCombo.class, combo);
    return object != null && object.categoryOptions().stream().anyMatch(any::contains);
  }

  private boolean isRelated(Item.OrgUnitRelation relation, List<String> uids, int orgUnit) {
    OrganisationUnit unit = snapshot.byKey(OrganisationUnit.class, orgUnit);
    if (unit == null) {
      return false;
    }
    Ref<OrganisationUnit> ref = new Ref<>(unit.uid());
    return uids.stream()
        .anyMatch(uid ->
            switch (relation) {
              case ANCESTOR -> !uid.equals(unit.uid()) && Hierarchy.within(unit, uid, snapshot);
              case DATA_SET ->
                  snapshot
                      .find(DataSet.class, uid)
                      .filter(set -> set.organisationUnits().contains(ref))
                      .isPresent();
              case GROUP ->
                  snapshot
                      .find(OrganisationUnitGroup.class, uid)
                      .filter(group -> group.organisationUnits().contains(ref))
                      .isPresent();
              case PROGRAM ->
                  snapshot
                      .find(Program.class, uid)
                      .filter(program -> program.organisationUnits().contains(ref))
                      .isPresent();
            });
  }
}
