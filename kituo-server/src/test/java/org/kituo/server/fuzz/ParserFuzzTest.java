package org.kituo.server.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.kituo.data.datavalue.CsvLines;
import org.kituo.data.datavalue.EntryReader.UnreadableBodyException;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.ParseResult;
import org.kituo.model.expression.ParseType;
import org.kituo.model.expression.Reference;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.query.Filter;
import org.kituo.model.query.JsonPatch;
import org.kituo.model.query.Order;
import org.kituo.model.query.QueryException;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.metadata.GmlFuzz;
import org.kituo.server.orgunit.GeometryFuzz;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What strangers may send: whatever the bytes, each parser takes them or refuses them by the
 * exception that it has for that. The tests run the inputs that were once found; {@code
 * scripts/fuzz} searches for others, guided by the branches that inputs reach.
 */
class ParserFuzzTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 5;
  private static final String[] WORDS = {
    "op",
    "path",
    "value",
    "id",
    "add",
    "remove",
    "replace",
    "remove-by-id",
    "/name",
    "/legendSets/0",
    "/legendSets/-",
    "/translations/0/value",
    "/valueType",
    "/a~1b",
    "type",
    "features",
    "Feature",
    "FeatureCollection",
    "Point",
    "Polygon",
    "geometry",
    "coordinates",
    "properties",
    "OrgUnit0001",
    "name",
    "code",
    "valueType",
    "NUMBER",
    "legendSets",
    "sharing",
    "users",
    "translations",
    "locale",
    "property",
    "attributeValues",
    "attribute",
    "created",
    "2024-01-01",
    "style",
    "aggregationLevels"
  };
  private static final ObjectType<DataElement> TYPE = ObjectType.of(DataElement.class);
  private static final JsonNode SOURCE =
      JSON.readTree(
          """
          {"id": "Element0001", "name": "A", "code": "C", "valueType": "NUMBER", "legendSets": [{"id": "x"}],
           "translations": [{"property": "NAME", "locale": "fr", "value": "a"}]}\
          """);
  private static final DataElement ELEMENT = new ObjectReader().read(TYPE, SOURCE, "Element0001");
  private static final View VIEW =
      new View(
          MetadataSnapshot.empty(MetadataTypes.ALL),
          "u",
          "fr",
          "",
          o -> JSON.createObjectNode(),
          user -> null);

  /** All of them, each input for one: what {@code ./test} has time for. */
  @FuzzTest(maxDuration = "75s")
  void any(FuzzedDataProvider data) throws IOException {
    switch (data.consumeInt(0, 7)) {
      case 0 -> fields(data);
      case 1 -> filter(data);
      case 2 -> jsonPatch(data);
      case 3 -> expression(data);
      case 4 -> csv(data.consumeRemainingAsBytes());
      case 5 -> geoJson(data);
      case 6 -> gml(data.consumeRemainingAsBytes());
      default -> object(data);
    }
  }

  @FuzzTest(maxDuration = "5m")
  void fields(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    refusedAtMost(() -> {
      FieldsPlan plan = FieldsPlan.compile(TYPE, text);
      try (var json = JSON.createGenerator(new StringWriter())) {
        new FieldsWriter(json, VIEW).write(ELEMENT, plan);
      }
    });
  }

  @FuzzTest(maxDuration = "5m")
  void filter(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    refusedAtMost(() -> Filter.parse(TYPE, text).test(ELEMENT, VIEW));
    refusedAtMost(() -> Order.parse(TYPE, text));
  }

  @FuzzTest(maxDuration = "5m")
  void jsonPatch(FuzzedDataProvider data) {
    JsonNode patch = json(data, 0);
    refusedAtMost(() -> JsonPatch.parse(patch).apply(TYPE, SOURCE.deepCopy().asObject()));
  }

  @FuzzTest(maxDuration = "5m")
  void expression(FuzzedDataProvider data) {
    ParseType type = data.pickValue(ParseType.values());
    String text = data.consumeRemainingAsString();
    if (Expression.parse(text, type) instanceof ParseResult.Success(Expression expression)) {
      expression.describe(reference -> java.util.Optional.of(reference.uid()));
      String same = expression.rewrite(Reference::uid);
      if (!same.equals(text)) {
        throw new AssertionError("Rewritten without a change: " + same);
      }
      if (!type.isOfProgram()) {
        expression.compile();
      }
    }
  }

  @FuzzTest(maxDuration = "5m")
  void csv(byte[] bytes) throws IOException {
    CsvLines lines = CsvLines.of(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    List<String> fields = new ArrayList<>();
    try {
      while (lines.next(fields)) {
        if (fields.isEmpty()) {
          throw new AssertionError("A line without fields");
        }
      }
    } catch (UnreadableBodyException e) {
      // Refused, as it should be.
    }
  }

  @FuzzTest(maxDuration = "5m")
  void geoJson(FuzzedDataProvider data) {
    GeometryFuzz.read(json(data, 0));
  }

  @FuzzTest(maxDuration = "5m")
  void gml(byte[] bytes) {
    GmlFuzz.read(bytes);
  }

  @FuzzTest(maxDuration = "5m")
  void object(FuzzedDataProvider data) {
    if (json(data, 0) instanceof ObjectNode json) {
      new ObjectReader().read(TYPE, json, "Element0001");
    }
  }

  /** Some JSON, of the words that the parsers know and of others. */
  private static JsonNode json(FuzzedDataProvider data, int depth) {
    int kind = data.consumeInt(0, depth < DEEPEST ? 6 : 4);
    if (kind < 5) {
      return switch (kind) {
        case 0 -> NODES.nullNode();
        case 1 -> NODES.booleanNode(data.consumeBoolean());
        case 2 -> NODES.numberNode(data.consumeDouble());
        case 3 -> NODES.stringNode(data.pickValue(WORDS));
        default -> NODES.stringNode(data.consumeString(12));
      };
    }
    int size = data.consumeInt(0, 4);
    ObjectNode object = NODES.objectNode();
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < size; i++) {
      JsonNode item = json(data, depth + 1);
      object.set(data.pickValue(WORDS), item);
      array.add(item);
    }
    return kind == 5 ? object : array;
  }

  private static void refusedAtMost(Runnable parser) {
    try {
      parser.run();
    } catch (QueryException e) {
      // Refused, as it should be.
    }
  }
}
