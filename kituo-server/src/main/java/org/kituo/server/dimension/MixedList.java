package org.kituo.server.dimension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.query.Filter;
import org.kituo.model.query.ObjectView;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Page;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A list of objects of several types, with the parameters that lists of one type have: {@code
 * fields}, {@code filter}, {@code order} and pages. A property that a type does not have is empty.
 *
 * @param name the name of the list in the answer
 * @param objects the objects
 * @param usualFields what is told where no fields are asked for
 */
public record MixedList(String name, List<? extends MetadataObject> objects, String usualFields) {
  private enum Junction {
    AND,
    OR
  }

  /** The page that a request asks for. */
  public ServerResponse answer(ServerRequest request, View view) {
    List<MetadataObject> found =
        new ArrayList<>(objects.stream().filter(fits(request, view)).toList());
    Comparator<MetadataObject> order = order(request, view);
    if (order != null) {
      found.sort(order);
    }
    Page page =
        Requests.flag(request, "paging", true)
            ? Page.of(request, found.size(), Integer.MAX_VALUE)
            : null;
    List<MetadataObject> shown = page == null ? found : page.of(found);
    Function<MetadataObject, FieldsPlan> plans = plans(request, usualFields);
    return Answers.json(json -> {
      FieldsWriter writer = new FieldsWriter(json, view);
      json.writeStartObject();
      if (page != null) {
        page.write(json, request, view.apiUrl(), true);
      }
      json.writeName(name);
      json.writeStartArray();
      shown.forEach(o -> writer.write(o, plans.apply(o)));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** The fields asked for, compiled once for each type. */
  static Function<MetadataObject, FieldsPlan> plans(ServerRequest request, String usual) {
    List<String> given = Requests.texts(request, "fields");
    String fields = given.isEmpty() ? usual : String.join(",", given);
    Map<Class<?>, FieldsPlan> plans = new java.util.HashMap<>();
    return o ->
        plans.computeIfAbsent(o.getClass(), c -> FieldsPlan.compile(ObjectType.of(o), fields));
  }

  private Predicate<MetadataObject> fits(ServerRequest request, View view) {
    List<String> texts = Requests.texts(request, "filter");
    boolean any = Requests.constant(request, "rootJunction", Junction.AND) == Junction.OR;
    Map<Class<?>, List<Predicate<MetadataObject>>> byType =
        objects.stream()
            .map(Object::getClass)
            .distinct()
            .collect(Collectors.toMap(c -> c, c -> filters(ObjectType.of(c), texts, view)));
    return o -> {
      List<Predicate<MetadataObject>> filters = byType.getOrDefault(o.getClass(), List.of());
      return filters.isEmpty()
          || (any
              ? filters.stream().anyMatch(f -> f.test(o))
              : filters.stream().allMatch(f -> f.test(o)));
    };
  }

  private static List<Predicate<MetadataObject>> filters(
      ObjectType<?> type, List<String> texts, View view) {
    List<Predicate<MetadataObject>> filters = new ArrayList<>();
    for (String text : texts) {
      String property = text.substring(0, Math.max(0, text.indexOf(':'))).replaceFirst("\\..*", "");
      if (type.property(property) == null && !property.equals("identifiable")) {
        filters.add(o -> false);
      } else {
        Filter filter = Filter.parse(type, text);
        filters.add(o -> filter.test(o, view));
      }
    }
    return filters;
  }

  private static @Nullable Comparator<MetadataObject> order(ServerRequest request, View view) {
    Comparator<MetadataObject> comparator = null;
    for (String part : String.join(",", Requests.texts(request, "order")).split(",")) {
      String name = part.replaceFirst(":.*", "").strip();
      if (!name.isEmpty()) {
        Comparator<MetadataObject> next = Comparator.comparing(o -> key(o, name, view));
        next = part.toLowerCase(Locale.ROOT).endsWith("desc") ? next.reversed() : next;
        comparator = comparator == null ? next : comparator.thenComparing(next);
      }
    }
    return comparator == null ? null : comparator.thenComparing(MetadataObject::uid);
  }

  private static String key(MetadataObject object, String name, View view) {
    TypeProperty property = ObjectType.of(object).property(name);
    Object value = property == null ? null : ObjectView.value(property, object, view);
    return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
  }
}
