package org.kituo.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A country that the command wrote into a folder, read back as JSON. */
record Generated(Path folder, Map<String, List<JsonNode>> metadata) {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2024-07-15T12:00:00Z"), ZoneOffset.UTC);
  private static final JsonMapper JSON = new JsonMapper();

  static Generated into(Path folder, String... flags) throws IOException {
    List<String> words = new ArrayList<>(List.of("--out", folder.toString()));
    words.addAll(List.of(flags));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = Demo.run(words, CLOCK, out, out);
    if (code != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
    Map<String, List<JsonNode>> metadata = new HashMap<>();
    for (Path file : files(folder.resolve("metadata"))) {
      for (Map.Entry<String, JsonNode> type : JSON.readTree(Files.readString(file)).properties()) {
        List<JsonNode> all = metadata.computeIfAbsent(type.getKey(), k -> new ArrayList<>());
        type.getValue().forEach(all::add);
      }
    }
    return new Generated(folder, metadata);
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  List<JsonNode> all(String type) {
    return metadata.getOrDefault(type, List.of());
  }

  Map<String, JsonNode> byId(String type) {
    Map<String, JsonNode> byId = new HashMap<>();
    all(type).forEach(o -> byId.put(o.path("id").asString(), o));
    return byId;
  }

  /** The object with this identifier; fails when there is none. */
  static JsonNode in(Map<String, JsonNode> byId, String id) {
    return Objects.requireNonNull(byId.get(id), id);
  }

  List<JsonNode> batches() throws IOException {
    List<JsonNode> batches = new ArrayList<>();
    for (Path file : files(folder.resolve("values"))) {
      batches.add(JSON.readTree(Files.readString(file)));
    }
    return batches;
  }
}
