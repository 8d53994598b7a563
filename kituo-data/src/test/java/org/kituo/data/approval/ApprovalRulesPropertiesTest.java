package org.kituo.data.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataApprovalLevel;
import org.kituo.model.metadata.DataApprovalWorkflow;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectReader;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;
import org.kituo.store.approval.Approval;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of approval against a model of them: a tree as the place of each unit's parent, and the
 * set of the places of approved units.
 */
class ApprovalRulesPropertiesTest {
  private static final int MOST_UNITS = 8;
  private static final MetadataSnapshot EMPTY = MetadataSnapshot.empty(MetadataTypes.ALL);
  private static final Period PERIOD = PeriodCalendar.ISO8601.parse("202401");
  private static final String WORKFLOW = "Workflow001";
  private static final String COMBO = "Combination";

  /** For each unit but the first the place of its parent, taken modulo the units before it. */
  @Provide
  Arbitrary<List<Integer>> parents() {
    return Arbitraries.integers().between(0, MOST_UNITS).list().ofMaxSize(MOST_UNITS - 1);
  }

  /** Levels of the hierarchy at which is approved. */
  @Provide
  Arbitrary<Set<Integer>> depths() {
    return Arbitraries.integers().between(1, 4).set().ofMinSize(1);
  }

  /** Places of units. */
  @Provide
  Arbitrary<Set<Integer>> places() {
    return Arbitraries.integers().between(0, MOST_UNITS - 1).set();
  }

  /** A country in both forms. */
  private record Country(
      List<Integer> parents,
      TreeSet<Integer> depths,
      Set<Integer> reporting,
      MetadataSnapshot metadata) {

    static Country of(List<Integer> numbers, Set<Integer> depths, Set<Integer> reporting) {
      List<Integer> parents = new ArrayList<>(List.of(-1));
      for (int i = 1; i <= numbers.size(); i++) {
        parents.add(numbers.get(i - 1) % i);
      }
      SnapshotChange change = EMPTY.change();
      for (int i = 0; i < parents.size(); i++) {
        String parent =
            i == 0 ? "" : ", 'parent': {'id': '%s'}".formatted(uid('u', parents.get(i)));
        change.put(read(OrganisationUnit.class, uid('u', i), parent));
      }
      StringBuilder levels = new StringBuilder();
      for (int depth : depths) {
        change.put(
            read(
                DataApprovalLevel.class,
                uid('l', depth),
                ", 'level': %d, 'orgUnitLevel': %d".formatted(depth, depth)));
        levels.append(levels.isEmpty() ? "" : ",").append("{'id': '" + uid('l', depth) + "'}");
      }
      change.put(read(CategoryOptionCombo.class, COMBO, ""));
      change.put(
          read(
              DataApprovalWorkflow.class,
              WORKFLOW,
              ", 'periodType': 'Monthly', 'dataApprovalLevels': [%s]".formatted(levels)));
      StringBuilder units = new StringBuilder();
      for (int place : reporting) {
        if (place < parents.size()) {
          units.append(units.isEmpty() ? "" : ",").append("{'id': '" + uid('u', place) + "'}");
        }
      }
      change.put(
          read(
              DataSet.class,
              "DataSetMade",
              ", 'periodType': 'Monthly', 'workflow': {'id': '%s'}, 'organisationUnits': [%s]"
                  .formatted(WORKFLOW, units)));
      return new Country(parents, new TreeSet<>(depths), reporting, change.snapshot());
    }

    int depth(int place) {
      return place < 0 ? 0 : 1 + depth(parents.get(place));
    }

    boolean isBelow(int place, int other) {
      int above = parents.get(place);
      return above >= 0 && (above == other || isBelow(above, other));
    }

    boolean reports(int place) {
      for (int i = 0; i < parents.size(); i++) {
        if (reporting.contains(i) && (i == place || isBelow(i, place))) {
          return true;
        }
      }
      return false;
    }

    /** What the rules say, in the plainest way. */
    ApprovalState state(int place, Set<Integer> approved) {
      if (approved.stream().anyMatch(other -> isBelow(place, other))) {
        return ApprovalState.APPROVED_ABOVE;
      }
      if (!depths.contains(depth(place))) {
        return depths.first() < depth(place)
            ? ApprovalState.UNAPPROVED_ABOVE
            : ApprovalState.UNAPPROVABLE;
      }
      if (approved.contains(place)) {
        return ApprovalState.APPROVED_HERE;
      }
      Integer next = depths.higher(depth(place));
      for (int i = 0; next != null && i < parents.size(); i++) {
        if (isBelow(i, place) && depth(i) == next && reports(i) && !approved.contains(i)) {
          return ApprovalState.UNAPPROVED_WAITING;
        }
      }
      return ApprovalState.UNAPPROVED_READY;
    }

    ApprovalTarget target(int place) {
      return new ApprovalTarget(
          metadata.find(DataApprovalWorkflow.class, WORKFLOW).orElseThrow(),
          PERIOD,
          metadata.find(OrganisationUnit.class, uid('u', place)).orElseThrow(),
          metadata.find(CategoryOptionCombo.class, COMBO).orElseThrow());
    }

    ApprovalRules rules(Set<Integer> approved) {
      List<Approval> approvals = new ArrayList<>();
      for (int place : approved) {
        Approval.Key key =
            new Approval.Key(
                metadata.key(DataApprovalWorkflow.class, WORKFLOW),
                PERIOD.key(),
                metadata.key(OrganisationUnit.class, uid('u', place)),
                metadata.key(CategoryOptionCombo.class, COMBO),
                metadata.key(DataApprovalLevel.class, uid('l', depth(place))));
        approvals.add(new Approval(key, Instant.EPOCH, "ann", Instant.EPOCH, null));
      }
      User ann =
          read(
              User.class,
              "AnnTheOne01",
              ", 'organisationUnits': [{'id': '%s'}]".formatted(uid('u', 0)));
      Actor actor =
          new Actor(ann, Set.of("F_APPROVE_DATA", "F_APPROVE_DATA_LOWER_LEVELS"), Set.of(), false);
      return new ApprovalRules(target(0).workflow(), approvals, false, actor, metadata);
    }
  }

  private static String uid(char letter, int number) {
    return "%c%010d".formatted(letter, number);
  }

  private static <T extends MetadataObject> T read(Class<T> type, String uid, String members) {
    String json = "{'id': '%s', 'name': '%s'%s}".formatted(uid, uid, members).replace('\'', '"');
    return type.cast(
        new ObjectReader().read(ObjectType.of(type), JsonMapper.shared().readTree(json), uid));
  }

  @Property(tries = 300)
  void theStateOfEachUnitFollowsFromTheApprovalsThereAre(
      @ForAll("parents") List<Integer> parents,
      @ForAll("depths") Set<Integer> depths,
      @ForAll("places") Set<Integer> reporting,
      @ForAll("places") Set<Integer> some) {
    Country country = Country.of(parents, depths, reporting);
    Set<Integer> approved = new TreeSet<>(some);
    approved.removeIf(
        place -> place >= country.parents().size() || !depths.contains(country.depth(place)));
    ApprovalRules rules = country.rules(approved);
    for (int place = 0; place < country.parents().size(); place++) {
      ApprovalState expected = country.state(place, approved);
      ApprovalStatus status = rules.status(country.target(place));
      assertThat(status.state()).as("unit " + place).isEqualTo(expected);
      assertThat(rules.isApproved(country.target(place))).isEqualTo(expected.isApproved());
      if (expected != ApprovalState.APPROVED_HERE) { // those may be approved a level higher
        assertThat(status.mayApprove()).isEqualTo(expected == ApprovalState.UNAPPROVED_READY);
      }
      assertThat(status.mayUnapprove()).isEqualTo(expected == ApprovalState.APPROVED_HERE);
    }
  }

  @Property(tries = 100)
  void whoApprovesWhateverIsReadyEndsWithEverythingApproved(
      @ForAll("parents") List<Integer> parents,
      @ForAll("depths") Set<Integer> depths,
      @ForAll("places") Set<Integer> reporting) {
    Country country = Country.of(parents, depths, reporting);
    Set<Integer> approved = new TreeSet<>();
    boolean more = true;
    while (more) {
      more = false;
      ApprovalRules rules = country.rules(approved);
      for (int place = country.parents().size() - 1; place >= 0 && !more; place--) {
        if (rules.status(country.target(place)).state() == ApprovalState.UNAPPROVED_READY) {
          more = approved.add(place);
        }
      }
    }
    ApprovalRules rules = country.rules(approved);
    for (int place = 0; place < country.parents().size(); place++) {
      ApprovalState state = rules.status(country.target(place)).state();
      assertThat(state.isApproved() || state == ApprovalState.UNAPPROVABLE)
          .as("unit %s is %s", place, state)
          .isTrue();
    }
  }
}
