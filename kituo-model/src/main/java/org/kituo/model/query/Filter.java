package org.kituo.model.query;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Uid;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.schema.TypeProperty.Origin;
import org.kituo.model.snapshot.View;

/**
 * One {@code filter}: {@code property:operator:value}, compiled against a type. A path such as
 * {@code optionSet.options.code} goes through references and collections and holds where any of the
 * objects at its end fits.
 *
 * @param path the properties to follow; empty for {@code identifiable} and for attributes
 * @param attribute the identifier of a custom attribute; null for a property
 * @param operator the comparison
 * @param value the value as given; empty for operators without one
 */
public record Filter(
    List<TypeProperty> path, @Nullable String attribute, FilterOperator operator, String value) {
  private static final Set<String> SEARCHED = Set.of("id", "code", "name", "shortName");

  /** Compiles the text of a {@code filter} parameter. */
  public static Filter parse(ObjectType<?> type, String text) {
    String[] parts = text.split(":", 3);
    if (parts.length < 2) {
      throw new QueryException("E1003", "Invalid filter => " + text);
    }
    FilterOperator operator = FilterOperator.of(parts[1]);
    if (operator == null) {
      throw new QueryException("E1003", "`" + parts[1] + "` is not a valid operator.");
    }
    if (!operator.unary() && parts.length < 3) {
      throw new QueryException("", "Filter `" + text + "` uses an operator that needs a value.");
    }
    String value = parts.length < 3 ? "" : parts[2];
    String name = parts[0];
    if (name.equals("attributeValues.attribute.id") && operator.equals(FilterOperator.EQUAL)) {
      return new Filter(List.of(), value, FilterOperator.NOT_NULL, "");
    }
    if (name.equals("identifiable")) {
      return new Filter(List.of(), null, operator, value);
    }
    if (type.property(name) == null && Uid.isUid(name)) {
      return new Filter(List.of(), name, operator, value);
    }
    Filter filter = new Filter(PropertyPath.parse(type, name), null, operator, value);
    filter.checkValue();
    return filter;
  }

  private void checkValue() {
    TypeProperty last = path.getLast();
    Object[] constants = last.constants();
    if (constants == null || !operator.exact()) {
      return;
    }
    for (String wanted : operator.values(value)) {
      boolean known = java.util.Arrays.stream(constants).anyMatch(c -> c.toString().equals(wanted));
      if (!known) {
        throw new QueryException(
            "",
            "`"
                + wanted
                + "` is not a value of "
                + last.name()
                + ". Valid values are: "
                + List.of(constants));
      }
    }
  }

  /** Whether an object fits. */
  public boolean test(Object object, View view) {
    if (attribute != null) {
      String held =
          ((org.kituo.model.schema.MetadataObject) object).identity().attribute(attribute);
      return operator.test(held, value);
    }
    if (path.isEmpty()) {
      ObjectType<?> type = ObjectType.of(object);
      return SEARCHED.stream()
          .map(type::property)
          .filter(java.util.Objects::nonNull)
          .anyMatch(p -> operator.test(ObjectView.value(p, object, view), value));
    }
    return test(object, 0, view);
  }

  private boolean test(@Nullable Object object, int depth, View view) {
    if (object == null) {
      return false;
    }
    TypeProperty property = path.get(depth);
    Object held = ObjectView.value(property, object, view);
    if (depth == path.size() - 1) {
      return operator.test(held, value);
    }
    if (held instanceof List<?> list) {
      return list.stream()
          .anyMatch(item -> test(ObjectView.target(property, item, view), depth + 1, view));
    }
    return held != null && test(ObjectView.target(property, held, view), depth + 1, view);
  }

  /** The identifiers that alone can fit, where the filter says so; null where others can. */
  public @Nullable List<String> identifiers() {
    boolean byId = path.size() == 1 && path.getFirst().name().equals("id");
    return byId && (operator == FilterOperator.EQUAL || operator == FilterOperator.IN)
        ? operator.values(value)
        : null;
  }

  /**
   * Whether a column of a table could answer it: a kept property of the object itself, compared
   * simply.
   */
  public boolean plain() {
    return path.size() == 1
        && (path.getFirst().origin() == Origin.STORED || path.getFirst().origin() == Origin.INVERSE)
        && !operator.token();
  }
}
