package org.kituo.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.kituo.model.TestMetadata;
import org.kituo.model.bundle.ImportOptions.Strategy;
import org.kituo.model.bundle.ImportReport.ObjectReport;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Import as a function: the order of objects in a bundle means nothing, a dry run and a failing
 * bundle change nothing, and the same bundle again changes nothing. Only where two objects of a
 * bundle claim the same identifier or code does it matter which is first, so no bundle here has
 * such.
 */
class ImportPropertiesTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** One object of a bundle: some are wrong, and some refer to what may not be there. */
  record Given(String plural, int number, int code, boolean named, List<Integer> refersTo) {
    ObjectNode json() {
      ObjectNode json = JSON.createObjectNode();
      json.put("id", uid(plural, number));
      if (code > 0) {
        json.put("code", "CODE" + code);
      }
      if (named) {
        json.put("name", plural + number).put("shortName", plural + number);
      }
      switch (plural) {
        case "organisationUnits" -> {
          json.put("openingDate", "2001-01-01");
          refersTo.stream()
              .findFirst()
              .ifPresent(r -> json.putObject("parent").put("id", uid("organisationUnits", r)));
        }
        case "dataElements" ->
            json.put("domainType", "AGGREGATE")
                .put("valueType", "NUMBER")
                .put("aggregationType", "SUM");
        case "dataElementGroups" -> {
          var members = json.putArray("dataElements");
          refersTo.forEach(r -> members.addObject().put("id", uid("dataElements", r)));
        }
        default -> {
          json.put("valueType", "NUMBER").put("sortOrder", number);
          refersTo.stream()
              .findFirst()
              .ifPresent(r -> json.putObject("optionSet").put("id", uid("optionSets", r)));
        }
      }
      return json;
    }
  }

  private static String uid(String plural, int number) {
    return TestMetadata.uid(plural.charAt(plural.length() - 3), number);
  }

  @Provide
  Arbitrary<List<Given>> bundles() {
    Arbitrary<Integer> number = Arbitraries.integers().between(1, 4);
    Arbitrary<Boolean> mostly =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.just(true)), Tuple.of(1, Arbitraries.just(false)));
    return Combinators.combine(
            Arbitraries.of(
                "organisationUnits", "dataElements", "dataElementGroups", "optionSets", "options"),
            number,
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 9))),
            mostly,
            number.list().uniqueElements().ofMaxSize(2))
        .as(Given::new)
        .list()
        .uniqueElements(g -> g.plural + g.number)
        .uniqueElements(g -> g.plural + (g.code == 0 ? "free " + g.number : g.code))
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<ImportOptions> options() {
    return Combinators.combine(Arbitraries.of(Strategy.values()), Arbitraries.of(true, false))
        .as((strategy, atomic) -> ImportOptions.of(strategy).withAtomic(atomic));
  }

  @Property(tries = 400)
  void theOrderInABundleMeansNothing(
      @ForAll("bundles") List<Given> before,
      @ForAll("bundles") List<Given> bundle,
      @ForAll("options") ImportOptions options,
      @ForAll Random random) {
    MetadataSnapshot base = existing(before);
    List<Given> shuffled = new ArrayList<>(bundle);
    Collections.shuffle(shuffled, random);
    ImportOutcome one = TestImport.run(base, json(bundle), options);
    ImportOutcome other = TestImport.run(base, json(shuffled), options);
    assertThat(reported(other)).isEqualTo(reported(one));
    assertThat(other.report().stats()).isEqualTo(one.report().stats());
    assertThat(objects(other.change().snapshot())).isEqualTo(objects(one.change().snapshot()));
  }

  @Property(tries = 300)
  void aDryRunSaysTheSameAndChangesNothing(
      @ForAll("bundles") List<Given> before,
      @ForAll("bundles") List<Given> bundle,
      @ForAll("options") ImportOptions options) {
    MetadataSnapshot base = existing(before);
    Map<String, MetadataObject> untouched = objects(base);
    ImportOutcome real = TestImport.run(base, json(bundle), options);
    ImportOutcome dry = TestImport.run(base, json(bundle), dry(options));
    assertThat(reported(dry)).isEqualTo(reported(real));
    assertThat(dry.report().stats()).isEqualTo(real.report().stats());
    assertThat(dry.change().isEmpty()).isTrue();
    assertThat(objects(base)).isEqualTo(untouched);
  }

  @Property(tries = 300)
  void anAtomicBundleWithAnErrorChangesNothing(
      @ForAll("bundles") List<Given> before,
      @ForAll("bundles") List<Given> bundle,
      @ForAll Strategy strategy) {
    MetadataSnapshot base = existing(before);
    ImportOutcome outcome = TestImport.run(base, json(bundle), ImportOptions.of(strategy));
    boolean failed = !outcome.report().errors().isEmpty();
    if (failed) {
      assertThat(outcome.change().isEmpty()).isTrue();
      assertThat(outcome.report().stats().ignored()).isEqualTo(bundle.size());
    } else {
      assertThat(outcome.report().stats().ignored()).isZero();
      MetadataSnapshot after = outcome.change().snapshot();
      boolean there = strategy != Strategy.DELETE;
      assertThat(bundle)
          .allSatisfy(
              g -> assertThat(after.findAny(uid(g.plural, g.number)).isPresent()).isEqualTo(there));
    }
  }

  @Property(tries = 200)
  void theSameBundleAgainChangesNothing(
      @ForAll("bundles") List<Given> before, @ForAll("bundles") List<Given> bundle) {
    ImportOptions options = ImportOptions.of(Strategy.CREATE_AND_UPDATE);
    MetadataSnapshot once =
        TestImport.run(existing(before), json(bundle), options).change().snapshot();
    MetadataSnapshot twice = TestImport.run(once, json(bundle), options).change().snapshot();
    assertThat(objects(twice)).isEqualTo(objects(once));
  }

  private static ImportOptions dry(ImportOptions options) {
    return new ImportOptions(
        options.strategy(),
        options.atomic(),
        options.identifier(),
        false,
        options.skipSharing(),
        options.skipTranslation(),
        options.skipValidation(),
        options.ownAccount());
  }

  private static MetadataSnapshot existing(List<Given> before) {
    ImportOptions lenient = ImportOptions.of(Strategy.CREATE).withAtomic(false);
    CategoryCombo standard =
        TestMetadata.read(
            CategoryCombo.class,
            "{'id': '%s', 'name': 'default'}".formatted(DefaultObjects.CATEGORY_COMBO));
    return TestImport.run(TestMetadata.snapshot(List.of(standard)), json(before), lenient)
        .change()
        .snapshot();
  }

  private static JsonNode json(List<Given> bundle) {
    ObjectNode json = JSON.createObjectNode();
    bundle.forEach(g -> json.withArray("/" + g.plural).add(g.json()));
    return json;
  }

  /** The errors of each object, whatever its place in the bundle. */
  private static Map<String, TreeSet<String>> reported(ImportOutcome outcome) {
    Map<String, TreeSet<String>> reported = new TreeMap<>();
    outcome
        .report()
        .types()
        .forEach(type -> {
          for (ObjectReport object : type.objects()) {
            TreeSet<String> errors =
                reported.computeIfAbsent(object.object().uid(), uid -> new TreeSet<>());
            object.errors().forEach(e -> errors.add(e.code() + " " + e.property()));
          }
        });
    return reported;
  }

  private static Map<String, MetadataObject> objects(MetadataSnapshot snapshot) {
    Map<String, MetadataObject> objects = new TreeMap<>();
    for (ObjectType<?> type : snapshot.types()) {
      for (Object object : snapshot.all(type.record())) {
        objects.put(type.plural() + " " + ((MetadataObject) object).uid(), (MetadataObject) object);
      }
    }
    return objects;
  }
}
