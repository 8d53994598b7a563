package org.kituo.server.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists of data elements with random filters, order, pages and fields, against a naive evaluation
 * over the JSON of all data elements.
 */
class QueryPropertiesTest {
  private static final int ELEMENTS = 12;

  /** By letters and digits, regardless of case, then by all characters, small letters first. */
  private static final Comparator<String> BY_TEXT =
      Comparator.comparing(
              (String text) -> text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT))
          .thenComparing(String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Comparator.reverseOrder());

  private static final TestServer server = TestServer.fresh();
  private static final TestClient admin = server.admin();
  private static List<JsonNode> all = List.of();

  @BeforeContainer
  static void someDataElements() {
    String elements =
        IntStream.range(0, ELEMENTS)
            .mapToObj(QueryPropertiesTest::element)
            .collect(Collectors.joining(","));
    String groups =
        IntStream.range(0, 3).mapToObj(QueryPropertiesTest::group).collect(Collectors.joining(","));
    admin
        .post(
            "/api/metadata",
            "{'dataElements': [" + elements + "], 'dataElementGroups': [" + groups + "]}")
        .expect(200);
    Answer answer =
        admin.get("/api/dataElements?paging=false&fields=:all,dataElementGroups[id,name]");
    all =
        StreamSupport.stream(answer.expect(200).json("dataElements").spliterator(), false).toList();
  }

  @AfterContainer
  static void close() {
    server.close();
  }

  private static String element(int i) {
    String[] words = {"malaria", "Measles", "births", "Cases"};
    return """
    {'id': '%s', 'name': '%s %s %d', 'shortName': 'E%d', 'domainType': '%s', 'valueType': '%s',
     'aggregationType': 'SUM'%s%s}\
    """
        .formatted(
            id('E', i),
            words[i % 4],
            words[i / 4],
            i,
            i,
            i % 3 == 0 ? "TRACKER" : "AGGREGATE",
            i % 2 == 0 ? "NUMBER" : "TEXT",
            i % 4 == 1 ? "" : ", 'code': 'C_" + i + "'",
            i % 5 == 0 ? ", 'zeroIsSignificant': true" : "");
  }

  private static String group(int i) {
    String members =
        IntStream.range(0, ELEMENTS)
            .filter(e -> e % (i + 2) == 0)
            .mapToObj(e -> "{'id': '" + id('E', e) + "'}")
            .collect(Collectors.joining(","));
    return "{'id': '%s', 'name': 'Group %d', 'shortName': 'G%d', 'dataElements': [%s]}"
        .formatted(id('G', i), i, i, members);
  }

  private static String id(char letter, int number) {
    return "%c%010d".formatted(letter, number);
  }

  /** A filter and what it comes to on the JSON of an object. */
  record Filter(String text, Predicate<JsonNode> fits) {
    @Override
    public String toString() {
      return text;
    }
  }

  @Provide
  Arbitrary<Filter> filters() {
    Arbitrary<String> texts = Arbitraries.of("name", "code", "shortName", "id");
    Arbitrary<String> words =
        Arbitraries.of(
            "malaria", "MEASLES", "Cases", "a", "E1", "C_", "C_4", "E0000000003", "s c", "x");
    Arbitrary<String> operators =
        Arbitraries.of(
            "eq", "!eq", "ieq", "like", "!like", "ilike", "!ilike", "$like", "$ilike", "like$",
            "ilike$", "in", "!in");
    Arbitrary<Filter> ofText =
        Combinators.combine(texts, operators, words.list().ofMinSize(1).ofMaxSize(3))
            .as(QueryPropertiesTest::ofText);
    Arbitrary<Filter> ofNothing =
        Combinators.combine(texts, Arbitraries.of("null", "!null"))
            .as((property, operator) ->
                new Filter(
                    property + ":" + operator,
                    o -> text(o, property).isEmpty() == operator.equals("null")));
    Arbitrary<Filter> ofConstants =
        Combinators.combine(Arbitraries.of("eq", "!eq"), Arbitraries.of("NUMBER", "TEXT"))
            .as((operator, value) ->
                new Filter(
                    "valueType:" + operator + ":" + value,
                    o -> text(o, "valueType").equals(Optional.of(value)) == operator.equals("eq")));
    Arbitrary<Filter> ofFlags =
        Arbitraries.of(true, false)
            .map(wanted ->
                new Filter(
                    "zeroIsSignificant:eq:" + wanted,
                    o -> o.path("zeroIsSignificant").booleanValue() == wanted));
    Arbitrary<Filter> ofGroups =
        Arbitraries.integers()
            .between(0, 3)
            .map(group ->
                new Filter(
                    "dataElementGroups.id:eq:" + id('G', group),
                    o -> groups(o).contains(id('G', group))));
    Arbitrary<Filter> ofSizes =
        Combinators.combine(
                Arbitraries.of("eq", "gt", "ge", "lt", "le"), Arbitraries.integers().between(0, 3))
            .as((operator, size) ->
                new Filter(
                    "dataElementGroups:" + operator + ":" + size,
                    o -> compares(Integer.compare(groups(o).size(), size), operator)));
    return Arbitraries.oneOf(ofText, ofNothing, ofConstants, ofFlags, ofGroups, ofSizes);
  }

  private static Filter ofText(String property, String operator, List<String> words) {
    boolean not = operator.startsWith("!");
    String plain = not ? operator.substring(1) : operator;
    boolean list = plain.equals("in");
    String value = list ? "[" + String.join(",", words) + "]" : words.getFirst();
    Predicate<JsonNode> fits =
        o -> text(o, property).filter(t -> fits(t, plain, words)).isPresent();
    return new Filter(property + ":" + operator + ":" + value, not ? fits.negate() : fits);
  }

  private static boolean fits(String text, String operator, List<String> words) {
    String word = words.getFirst();
    String low = text.toLowerCase(Locale.ROOT);
    String lowWord = word.toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "eq" -> text.equals(word);
      case "ieq" -> low.equals(lowWord);
      case "like" -> text.contains(word);
      case "ilike" -> low.contains(lowWord);
      case "$like" -> text.startsWith(word);
      case "$ilike" -> low.startsWith(lowWord);
      case "like$" -> text.endsWith(word);
      case "ilike$" -> low.endsWith(lowWord);
      default -> words.contains(text);
    };
  }

  private static boolean compares(int sign, String operator) {
    return switch (operator) {
      case "eq" -> sign == 0;
      case "gt" -> sign > 0;
      case "ge" -> sign >= 0;
      case "lt" -> sign < 0;
      default -> sign <= 0;
    };
  }

  private static Optional<String> text(JsonNode object, String property) {
    return Optional.ofNullable(object.get(property)).map(JsonNode::asString);
  }

  private static List<String> groups(JsonNode object) {
    List<String> ids = new ArrayList<>();
    object.path("dataElementGroups").forEach(g -> ids.add(g.path("id").stringValue()));
    return ids;
  }

  @Provide
  Arbitrary<List<String>> orders() {
    return Combinators.combine(
            Arbitraries.of("name", "code", "shortName", "valueType", "zeroIsSignificant"),
            Arbitraries.of("asc", "desc"))
        .as((property, direction) -> property + ":" + direction)
        .list()
        .uniqueElements(o -> o.substring(0, o.indexOf(':')))
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Property(tries = 400)
  void aListIsWhatTheFiltersOrderAndPageSay(
      @ForAll("filterLists") List<Filter> filters,
      @ForAll boolean any,
      @ForAll("orders") List<String> orders,
      @ForAll @IntRange(min = 1, max = 3) int page,
      @ForAll @IntRange(min = 1, max = 6) int size) {
    List<String> wanted =
        all.stream()
            .filter(o ->
                filters.isEmpty()
                    || (any
                        ? filters.stream().anyMatch(f -> f.fits.test(o))
                        : filters.stream().allMatch(f -> f.fits.test(o))))
            .sorted(comparator(orders))
            .map(o -> o.path("id").stringValue())
            .toList();
    String query =
        filters.stream().map(f -> "&filter=" + f.text).collect(Collectors.joining())
            + "&rootJunction="
            + (any ? "OR" : "AND")
            + "&order="
            + String.join(",", orders);
    admin
        .get("/api/dataElements?fields=id&paging=false" + query)
        .expect(200)
        .has("dataElements.id", wanted);
    int from = Math.min((page - 1) * size, wanted.size());
    int to = Math.min(page * size, wanted.size());
    Answer paged =
        admin
            .get("/api/dataElements?fields=id&page=" + page + "&pageSize=" + size + query)
            .expect(200)
            .has("pager.total", wanted.size());
    if (from < to) {
      paged.has("dataElements.id", wanted.subList(from, to)).has("pager.page", page);
    }
  }

  @Provide
  Arbitrary<List<Filter>> filterLists() {
    return filters().list().ofMaxSize(3);
  }

  /** Objects without a value come last, whatever the direction; then identifiers decide. */
  private static Comparator<JsonNode> comparator(List<String> orders) {
    Comparator<JsonNode> comparator = (a, b) -> 0;
    for (String order : orders) {
      String property = order.substring(0, order.indexOf(':'));
      Comparator<String> directed = order.endsWith(":desc") ? BY_TEXT.reversed() : BY_TEXT;
      comparator =
          comparator.thenComparing(
              o -> text(o, property).orElse(null), Comparator.nullsLast(directed));
    }
    return comparator.thenComparing(o -> o.path("id").stringValue());
  }

  /** What is asked of an object: names of properties, with what is asked of what they hold. */
  record Field(String name, boolean not, List<Field> inner) {
    @Override
    public String toString() {
      String nested = inner.stream().map(Field::toString).collect(Collectors.joining(","));
      return (not ? "!" : "") + name + (inner.isEmpty() ? "" : "[" + nested + "]");
    }
  }

  @Provide
  Arbitrary<List<Field>> fields() {
    Arbitrary<Field> plain =
        Combinators.combine(
                Arbitraries.of("id", "name", "code", "valueType", "noSuchProperty", "created"),
                Arbitraries.of(false, false, false, true))
            .as((name, not) -> new Field(name, not, List.of()));
    Arbitrary<Field> nested =
        Arbitraries.of("id", "name")
            .map(name -> new Field(name, false, List.of()))
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(inner -> new Field("dataElementGroups", false, inner));
    return Arbitraries.frequencyOf(Tuple.of(4, plain), Tuple.of(1, nested))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 200)
  void anObjectShowsTheFieldsAskedFor(
      @ForAll("fields") List<Field> fields,
      @ForAll @IntRange(min = 0, max = ELEMENTS - 1) int place) {
    JsonNode whole = all.get(place);
    String asked = fields.stream().map(Field::toString).collect(Collectors.joining(","));
    Answer answer =
        admin
            .get("/api/dataElements/" + whole.path("id").stringValue() + "?fields=" + asked)
            .expect(200);
    assertThat(answer.json()).as(answer::toString).isEqualTo(selected(whole, fields));
  }

  private static ObjectNode selected(JsonNode whole, List<Field> fields) {
    ObjectNode selected = JsonMapper.shared().createObjectNode();
    for (Field field : fields) {
      boolean unwanted = fields.stream().anyMatch(f -> f.not && f.name.equals(field.name));
      JsonNode value = whole.get(field.name);
      if (value == null || unwanted) {
        continue;
      }
      if (field.inner.isEmpty()) {
        selected.set(field.name, value);
      } else {
        List<Field> inner =
            fields.stream()
                .filter(f -> f.name.equals(field.name))
                .flatMap(f -> f.inner.stream())
                .toList();
        ArrayNode items = selected.putArray(field.name);
        value.forEach(item -> items.add(selected(item, inner)));
      }
    }
    return selected;
  }
}
