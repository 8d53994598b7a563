package org.kituo.model.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kituo.model.period.PeriodCalendar.ISO8601;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.kituo.model.TestMetadata;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.ParseResult;
import org.kituo.model.expression.ParseType;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What strangers may send: whatever the text, a parser takes it or refuses it by the exception that
 * it has for that, and comes to an end. The texts are made of the words of each grammar, so that
 * they get beyond the first character.
 */
class HostileInputTest {
  private static final int TRIES = 2_000;
  private static final ObjectType<DataElement> TYPE = ObjectType.of(DataElement.class);
  private static final DataElement ELEMENT =
      TestMetadata.read(
          DataElement.class,
          "{'id': 'Element0001', 'name': 'A', 'valueType': 'NUMBER', 'legendSets': [{'id': 'x'}]}");
  private static final MetadataSnapshot SNAPSHOT = TestMetadata.snapshot(List.of(ELEMENT));
  private static final View VIEW =
      new View(SNAPSHOT, "u", null, "", o -> JsonMapper.shared().createObjectNode(), user -> null);

  /** Texts of some words in any order, with anything else between. */
  private static Arbitrary<String> texts(String... words) {
    return Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of(words)), Tuple.of(1, Arbitraries.strings().ofMaxLength(3)))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> fields() {
    return texts(
        "name",
        "id",
        "*",
        ":all",
        ":owner",
        ":",
        "!",
        ",",
        "[",
        "]",
        "(",
        ")",
        "~",
        "::",
        "@",
        "|",
        "size",
        "rename",
        "pluck",
        "keyBy",
        "paging",
        "isEmpty",
        "dataElementGroups",
        ".",
        ";",
        "1",
        "categoryCombo",
        "attributeValues",
        "attribute",
        "sharing",
        " ");
  }

  @Property(tries = TRIES)
  void fieldsAreReadOrRefused(@ForAll("fields") String text) {
    refusedAtMost(() -> {
      FieldsPlan plan = FieldsPlan.compile(TYPE, text);
      try (var json = JsonMapper.shared().createGenerator(new StringWriter())) {
        new FieldsWriter(json, VIEW).write(ELEMENT, plan);
      }
    });
  }

  @Property(tries = 20)
  void deepNestingIsRefused(@ForAll("depths") int depth) {
    refusedAtMost(() -> FieldsPlan.compile(TYPE, "a[".repeat(depth)));
    refusedAtMost(() -> Filter.parse(TYPE, "categoryCombo.".repeat(depth) + "id:eq:x"));
    for (ParseType type : ParseType.values()) {
      assertThat(Expression.parse("(".repeat(depth), type)).isNotNull();
      assertThat(Expression.parse("-".repeat(depth) + "1", type)).isNotNull();
      assertThat(Expression.parse("if(".repeat(depth), type)).isNotNull();
    }
  }

  @Provide
  Arbitrary<Integer> depths() {
    return Arbitraries.integers().between(1, 200_000);
  }

  @Provide
  Arbitrary<String> filters() {
    return texts(
        "name",
        "id",
        "created",
        "legendSets",
        "valueType",
        "categoryCombo",
        "identifiable",
        ".",
        ":",
        "eq",
        "!eq",
        "in",
        "!in",
        "gt",
        "like",
        "token",
        "null",
        "empty",
        "[",
        "]",
        ",",
        "1",
        "2020-01-01",
        "NUMBER",
        "Element0001",
        "attributeValues.attribute.id",
        "$",
        "!");
  }

  @Property(tries = TRIES)
  void filtersAndOrdersAreReadOrRefused(@ForAll("filters") String text) {
    refusedAtMost(() -> Filter.parse(TYPE, text).test(ELEMENT, VIEW));
    refusedAtMost(() ->
        Order.sort(new ArrayList<>(List.of(ELEMENT, ELEMENT)), Order.parse(TYPE, text), VIEW));
  }

  @Provide
  Arbitrary<JsonNode> patches() {
    Arbitrary<Object> scalars = Arbitraries.of("x", 1, true, List.of(), Map.of("id", "x"), "");
    Arbitrary<Map<String, Object>> operations =
        Combinators.combine(
                Arbitraries.<Object>of("add", "remove", "replace", "remove-by-id", "move", 1),
                texts("/", "name", "dataElements", "-", "0", "99999999999", "~1", "id", " "),
                scalars)
            .as((op, path, value) -> Map.of("op", op, "path", path, "value", value, "id", value));
    return operations.list().ofMaxSize(4).map(JsonMapper.shared()::valueToTree);
  }

  @Property(tries = TRIES)
  void patchesAreAppliedOrRefused(@ForAll("patches") JsonNode patch) {
    refusedAtMost(() ->
        JsonPatch.parse(patch)
            .apply(
                ObjectType.of(DataElementGroup.class),
                JsonMapper.shared().createObjectNode().put("name", "x")));
  }

  @Provide
  Arbitrary<String> expressions() {
    return texts(
        "#{",
        "}",
        "fbfJHSPpUQD",
        ".",
        "+",
        "-",
        "*",
        "/",
        "%",
        "^",
        "(",
        ")",
        "1",
        "2.5",
        "1e999",
        "'",
        "\"",
        "if(",
        ",",
        "isNull(",
        "firstNonNull(",
        "d2:",
        "zScore(",
        "V{",
        "event_date",
        "A{",
        "C{",
        "OUG{",
        "R{",
        "N{",
        "PS_EVENTDATE:",
        "avg(",
        "&&",
        "||",
        "!",
        "==",
        "<",
        "days",
        ".periodOffset(",
        ".aggregationType(",
        "[",
        "]",
        " ",
        "sum",
        "orgUnit.ancestor(");
  }

  @Property(tries = TRIES)
  void expressionsAreReadOrRefused(@ForAll("expressions") String text, @ForAll ParseType type) {
    ParseResult result = Expression.parse(text, type);
    assertThat(result).isNotNull();
  }

  @Provide
  Arbitrary<String> periods() {
    return texts(
        "2024", "0", "1", "99", "W", "Q", "S", "BiW", "Apr", "Oct", "B", "-", "SunW", "FY",
        "April");
  }

  @Property(tries = TRIES)
  void periodsAreReadOrRefused(@ForAll("periods") String text) {
    try {
      assertThat(ISO8601.parse(text).iso()).isNotEmpty();
    } catch (InvalidPeriodException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  /** Runs something that may end well or with a refusal, and in no other way. */
  private static void refusedAtMost(Runnable work) {
    try {
      work.run();
    } catch (QueryException e) {
      assertThat(e.getMessage()).isNotNull();
    }
  }
}
