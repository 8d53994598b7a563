package org.kituo.server.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A folder with a file for each object, {@code dataElements/fbfJHSPpUQD.json}: properties in the
 * order of the type, collections without an order sorted, what is empty left out. So the same
 * objects are the same bytes, and a difference between two commits is a difference of objects.
 */
final class MetadataFolder {
  private static final String ENDING = ".json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;

  MetadataFolder(Path folder) {
    this.folder = folder;
  }

  /** The types that have a folder here. */
  List<ObjectType<?>> types() {
    return MetadataTypes.ALL.stream()
        .filter(type -> Files.isDirectory(folder.resolve(type.plural())))
        .toList();
  }

  /**
   * All objects, as the body of an import.
   *
   * @throws CommandFailure that names every file and folder that is not as it should be
   */
  ObjectNode read() {
    List<String> problems = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure("There is no folder " + folder + ".");
    }
    for (Path entry : entries(folder)) {
      String name = entry.getFileName().toString();
      if (Files.isDirectory(entry)
          && !name.startsWith(".")
          && MetadataTypes.byPlural(name) == null) {
        problems.add(entry + ": there is no type of this name");
      }
    }
    ObjectNode bundle = JSON.createObjectNode();
    for (ObjectType<?> type : types()) {
      ArrayNode objects = bundle.putArray(type.plural());
      for (Path file : entries(folder.resolve(type.plural()))) {
        if (file.getFileName().toString().endsWith(ENDING)) {
          read(file, objects, problems);
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new CommandFailure(String.join("\n", problems));
    }
    return bundle;
  }

  private static void read(Path file, ArrayNode objects, List<String> problems) {
    try {
      JsonNode node = JSON.readTree(Files.readString(file, UTF_8));
      String id = file.getFileName().toString().replace(ENDING, "");
      if (!node.isObject()) {
        problems.add(file + ": not a JSON object");
      } else if (!node.path("id").asString("").equals(id)) {
        problems.add(file + ": its \"id\" is not that of its name, " + id);
      } else {
        objects.add(node);
      }
    } catch (JacksonException e) {
      String reason = String.valueOf(e.getOriginalMessage()).replaceAll(" \\(start marker.*", "");
      problems.add(
          "%s, line %d: not JSON: %s".formatted(file, e.getLocation().getLineNr(), reason));
    } catch (IOException e) {
      problems.add(file + ": cannot be read: " + e.getMessage());
    }
  }

  /**
   * Makes the folder hold the objects of some types and no others. Files of other types stay.
   *
   * @param bundle the answer of an export
   * @return the number of objects
   */
  int write(JsonNode bundle, List<ObjectType<?>> types) {
    int count = 0;
    for (ObjectType<?> type : types) {
      JsonNode objects = bundle.path(type.plural());
      Path here = folder.resolve(type.plural());
      Set<Path> written = new HashSet<>();
      for (JsonNode object : objects) {
        Path file = here.resolve(object.path("id").asString() + ENDING);
        write(file, JSON.writeValueAsString(tidy(type, (ObjectNode) object)) + "\n");
        written.add(file);
        count++;
      }
      removeOthers(here, written);
    }
    return count;
  }

  private static ObjectNode tidy(ObjectType<?> type, ObjectNode object) {
    ObjectNode tidied = JSON.createObjectNode();
    object
        .properties()
        .forEach(entry -> {
          JsonNode value = entry.getValue();
          if (!value.isContainer() || !value.isEmpty()) {
            tidied.set(entry.getKey(), sorted(type.property(entry.getKey()), value));
          }
        });
    return tidied;
  }

  private static JsonNode sorted(@Nullable TypeProperty p, JsonNode value) {
    if (p == null || p.facts().ordered() || !value.isArray()) {
      return value;
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    items.sort(Comparator.comparing(JsonNode::toString));
    return JSON.createArrayNode().addAll(items);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file) || !Files.readString(file, UTF_8).equals(text)) {
        Files.writeString(file, text, UTF_8);
      }
    } catch (IOException e) {
      throw new CommandFailure("The file " + file + " cannot be written: " + e.getMessage());
    }
  }

  private static void removeOthers(Path here, Set<Path> written) {
    if (Files.isDirectory(here)) {
      for (Path file : entries(here)) {
        if (file.getFileName().toString().endsWith(ENDING) && !written.contains(file)) {
          try {
            Files.delete(file);
          } catch (IOException e) {
            throw new CommandFailure("The file " + file + " cannot be deleted: " + e.getMessage());
          }
        }
      }
    }
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
