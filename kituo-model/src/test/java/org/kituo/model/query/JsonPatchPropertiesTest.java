package org.kituo.model.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.schema.ObjectType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON patch against a model that knows nothing but Java's maps and lists. */
class JsonPatchPropertiesTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ObjectType<?> TYPE = ObjectType.of(DataElementGroup.class);

  /** One operation; the path is that of the document below, which is small so that many fit. */
  record Operation(String op, List<String> path, Object value) {
    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("op", op);
      json.put("path", "/" + String.join("/", path));
      json.put(op.equals("remove-by-id") ? "id" : "value", value);
      return json;
    }
  }

  @Provide
  Arbitrary<Map<String, Object>> documents() {
    return Combinators.combine(items(), scalars(), Arbitraries.of("Public", "rw------"))
        .as((items, name, access) -> {
          Map<String, Object> document = new LinkedHashMap<>();
          document.put("name", name);
          document.put("dataElements", items);
          document.put("sharing", new LinkedHashMap<>(Map.of("public", access)));
          return document;
        });
  }

  private static Arbitrary<List<Object>> items() {
    return ids().<Object>map(id -> new LinkedHashMap<>(Map.of("id", id))).list().ofMaxSize(4);
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.of("a", "b", "c");
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.<Object>of("x", "y", 1, true);
  }

  @Provide
  Arbitrary<List<Operation>> patches() {
    Arbitrary<List<String>> paths =
        Arbitraries.<List<String>>of(
            List.of("name"),
            List.of("code"),
            List.of("dataElements"),
            List.of("dataElements", "-"),
            List.of("dataElements", "0"),
            List.of("dataElements", "1"),
            List.of("dataElements", "7"),
            List.of("dataElements", "x"),
            List.of("dataElements", "0", "id"),
            List.of("sharing", "public"),
            List.of("sharing", "users", "u1"),
            List.of("name", "first"));
    Arbitrary<Operation> values =
        Combinators.combine(
                Arbitraries.of("add", "replace", "remove"),
                paths,
                Arbitraries.oneOf(scalars(), items().map(i -> (Object) i)))
            .as(Operation::new);
    Arbitrary<Operation> removals =
        ids().map(id -> new Operation("remove-by-id", List.of("dataElements"), id));
    return Arbitraries.oneOf(values, removals).list().ofMaxSize(5);
  }

  @Property
  void aPatchDoesWhatTheModelDoes(
      @ForAll("documents") Map<String, Object> document, @ForAll("patches") List<Operation> patch) {
    Optional<Object> expected = patched(document, patch);
    ObjectNode node = (ObjectNode) JSON.valueToTree(document);
    Optional<Object> actual;
    try {
      JsonPatch.parse(JSON.valueToTree(patch.stream().map(Operation::json).toList()))
          .apply(TYPE, node);
      actual = Optional.of(JSON.convertValue(node, Object.class));
    } catch (QueryException e) {
      actual = Optional.empty();
    }
    assertThat(actual).isEqualTo(expected);
  }

  /** The document after a patch; empty where an operation does not fit. */
  private static Optional<Object> patched(Map<String, Object> document, List<Operation> patch) {
    Object result = JSON.convertValue(document, Object.class);
    try {
      for (Operation operation : patch) {
        result = applied(operation, result, operation.path);
      }
      return Optional.of(result);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object applied(Operation operation, Object at, List<String> path) {
    String step = path.getFirst();
    boolean last = path.size() == 1;
    if (at instanceof Map<?, ?> members) {
      Map<String, Object> copy = new LinkedHashMap<>();
      members.forEach((name, member) -> copy.put((String) name, member));
      if (!last) {
        boolean place = path.get(1).matches("-|\\d+");
        Object made = place ? List.of() : Map.of();
        Object inner = Objects.requireNonNullElse(copy.get(step), made);
        copy.put(step, applied(operation, inner, path.subList(1, path.size())));
      } else if (operation.op.equals("remove")) {
        copy.remove(step);
      } else if (operation.op.equals("remove-by-id")) {
        if (copy.get(step) instanceof List<?> list) {
          copy.put(
              step,
              list.stream()
                  .filter(i -> !(i instanceof Map<?, ?> m && operation.value.equals(m.get("id"))))
                  .toList());
        }
      } else {
        copy.put(step, operation.value);
      }
      return copy;
    }
    if (!(at instanceof List<?> list)) {
      throw new IllegalArgumentException("nothing is inside " + at);
    }
    List<Object> copy = new ArrayList<>(list);
    if (last && step.equals("-") && !operation.op.equals("remove")) {
      copy.add(operation.value);
      return copy;
    }
    if (!step.matches("\\d+")) {
      throw new IllegalArgumentException(step);
    }
    int place = Integer.parseInt(step);
    if (place > list.size() || place == list.size() && !(last && operation.op.equals("add"))) {
      throw new IllegalArgumentException(step);
    }
    if (!last) {
      copy.set(place, applied(operation, copy.get(place), path.subList(1, path.size())));
    } else if (operation.op.equals("add")) {
      copy.add(place, operation.value);
    } else if (operation.op.equals("remove")) {
      copy.remove(place);
    } else {
      copy.set(place, operation.value);
    }
    return copy;
  }
}
