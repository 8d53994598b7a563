package org.kituo.model.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.ObjectType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON patch (RFC 6902) as DHIS2 has it: {@code add}, {@code remove}, {@code replace}, and {@code
 * remove-by-id}, which takes the item with an identifier from a collection. A patch reaches the
 * object's own properties alone.
 */
public final class JsonPatch {
  private final List<Operation> operations;

  private JsonPatch(List<Operation> operations) {
    this.operations = operations;
  }

  private record Operation(
      String op, List<String> path, @Nullable JsonNode value, @Nullable String id) {}

  /** Reads a patch. */
  public static JsonPatch parse(JsonNode patch) {
    if (!patch.isArray()) {
      throw new QueryException("", "A JSON patch is an array of operations.");
    }
    List<Operation> operations = new ArrayList<>();
    for (JsonNode node : patch) {
      String op = node.path("op").asString("");
      String path = node.path("path").asString("");
      if (!List.of("add", "remove", "replace", "remove-by-id").contains(op)) {
        throw new QueryException(
            "",
            "Unknown operation '"
                + op
                + "'. Known operations are add, remove, remove-by-id, replace.");
      }
      if (!path.startsWith("/") || path.length() < 2) {
        throw new QueryException("", "Invalid path " + path);
      }
      List<String> steps =
          java.util.Arrays.stream(path.substring(1).split("/", -1))
              .map(s -> s.replace("~1", "/").replace("~0", "~"))
              .toList();
      operations.add(new Operation(op, steps, node.get("value"), node.path("id").asString(null)));
    }
    return new JsonPatch(operations);
  }

  /** Applies the patch to an object's JSON, which it changes. */
  public void apply(ObjectType<?> type, ObjectNode object) {
    for (Operation operation : operations) {
      if (type.property(operation.path().getFirst()) == null) {
        throw new QueryException(
            "",
            "Property "
                + operation.path().getFirst()
                + " does not exist on "
                + type.singular()
                + ".");
      }
      apply(operation, object);
    }
  }

  /** The names of the properties that the patch speaks of. */
  public List<String> properties() {
    return operations.stream().map(o -> o.path().getFirst()).distinct().toList();
  }

  private static void apply(Operation operation, ObjectNode object) {
    JsonNode parent = object;
    List<String> path = operation.path();
    for (int i = 0; i < path.size() - 1; i++) {
      parent = child(parent, path, i);
    }
    String last = path.getLast();
    switch (operation.op()) {
      case "remove" -> remove(parent, last, operation);
      case "remove-by-id" -> removeById(parent.get(last), operation.id());
      case "add" -> put(parent, last, operation, true);
      default -> put(parent, last, operation, false);
    }
  }

  /** A missing object on the way is made, so that a value can be put into it. */
  private static JsonNode child(JsonNode parent, List<String> path, int at) {
    String name = path.get(at);
    JsonNode child =
        parent instanceof ArrayNode array
            ? array.get(index(name, array.size() - 1))
            : parent.get(name);
    if (child == null && parent instanceof ObjectNode object) {
      boolean array = path.get(at + 1).equals("-") || path.get(at + 1).matches("\\d+");
      child = array ? object.putArray(name) : object.putObject(name);
    }
    if (child == null) {
      throw invalid(path);
    }
    return child;
  }

  private static int index(String text, int greatest) {
    try {
      int index = Integer.parseInt(text);
      if (index >= 0 && index <= greatest) {
        return index;
      }
    } catch (NumberFormatException e) {
      throw new QueryException("", "Invalid path: " + text + " is no place in an array.");
    }
    throw new QueryException("", "Invalid path: there is no item " + text + ".");
  }

  private static void remove(JsonNode parent, String name, Operation operation) {
    if (parent instanceof ObjectNode object) {
      object.remove(name);
    } else if (parent instanceof ArrayNode array) {
      array.remove(index(name, array.size() - 1));
    } else {
      throw invalid(operation.path());
    }
  }

  private static void removeById(@Nullable JsonNode collection, @Nullable String id) {
    if (collection instanceof ArrayNode array && id != null) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (id.equals(array.get(i).path("id").asString(null))) {
          array.remove(i);
        }
      }
    }
  }

  private static void put(JsonNode parent, String name, Operation operation, boolean insert) {
    JsonNode value = operation.value();
    if (value == null) {
      throw new QueryException(
          "", "The operation on /" + String.join("/", operation.path()) + " has no value.");
    }
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else if (parent instanceof ArrayNode array) {
      if (name.equals("-")) {
        array.add(value);
      } else if (insert) {
        array.insert(index(name, array.size()), value);
      } else {
        array.set(index(name, array.size() - 1), value);
      }
    } else {
      throw invalid(operation.path());
    }
  }

  private static QueryException invalid(List<String> path) {
    return new QueryException("", "Invalid path /" + String.join("/", path));
  }
}
