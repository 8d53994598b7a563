package org.kituo.server.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.kituo.server.orgunit.GeometryFuzz;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What strangers may send: whatever the bytes, each parser takes them or refuses them by the
 * exception that it has for that. The tests run the inputs that were once found; {@code
 * scripts/fuzz} searches for others, guided by the branches that inputs reach.
 */
class ParserFuzzTest {
  private static final JsonMapper JSON = JsonMapper.shared();
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
    JsonNode patch = tree(data.consumeRemainingAsString());
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
    GeometryFuzz.read(tree(data.consumeRemainingAsString()));
  }

  @FuzzTest(maxDuration = "5m")
  void object(FuzzedDataProvider data) {
    JsonNode json = tree(data.consumeRemainingAsString());
    if (json.isObject()) {
      new ObjectReader().read(TYPE, json, "Element0001");
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      return JSON.valueToTree(Map.of());
    }
  }

  private static void refusedAtMost(Runnable parser) {
    try {
      parser.run();
    } catch (QueryException e) {
      // Refused, as it should be.
    }
  }
}
