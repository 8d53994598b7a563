package org.kituo.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kituo.model.TestMetadata;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** The decision about access against a model that reads like the rule in DHIS2's manual. */
class AccessPropertiesTest {
  private static final String ME = TestMetadata.uid('u', 1);
  private static final String OTHER = TestMetadata.uid('u', 2);
  private static final List<String> GROUPS =
      List.of(TestMetadata.uid('g', 1), TestMetadata.uid('g', 2));

  /** Who has something shared, and how: "public", a user, a group; "owner" without a pattern. */
  record Share(String with, String pattern) {}

  /** A user: authorities, and the groups that the user is a member of. */
  record Who(Set<String> authorities, Set<String> groups) {}

  // the model

  private static boolean may(Who who, Action action, String kind, List<List<Share>> sharings) {
    if (who.authorities.contains("ALL")) {
      return true;
    }
    boolean unit = kind.equals("unit");
    boolean authority =
        switch (action) {
          case WRITE ->
              who.authorities.contains(unit ? "F_ORGANISATIONUNIT_ADD" : add(kind, "PUBLIC"))
                  || who.authorities.contains(add(kind, "PRIVATE"));
          case DELETE ->
              who.authorities.contains(
                  unit
                      ? "F_ORGANISATIONUNIT_DELETE"
                      : "F_" + kind.toUpperCase(Locale.ROOT) + "_DELETE");
          default -> true;
        };
    return authority
        && (unit || sharings.stream().allMatch(shares -> shared(who, action, kind, shares)));
  }

  private static String add(String kind, String how) {
    return "F_" + kind.toUpperCase(Locale.ROOT) + "_" + how + "_ADD";
  }

  private static boolean shared(Who who, Action action, String kind, List<Share> shares) {
    boolean data = action == Action.DATA_READ || action == Action.DATA_WRITE;
    if (data && kind.equals("dataElement")) {
      return true;
    }
    boolean owner = shares.contains(new Share("owner", ME));
    return !data && owner
        || shares.stream()
            .filter(
                s -> s.with.equals("public") || s.with.equals(ME) || who.groups.contains(s.with))
            .anyMatch(s ->
                switch (action) {
                  case READ -> s.pattern.charAt(0) == 'r';
                  case WRITE, DELETE -> s.pattern.charAt(1) == 'w';
                  case DATA_READ -> s.pattern.charAt(2) == 'r' || s.pattern.charAt(3) == 'w';
                  case DATA_WRITE -> s.pattern.charAt(3) == 'w';
                });
  }

  // what is generated

  @Provide
  Arbitrary<Who> users() {
    Arbitrary<Set<String>> authorities =
        Arbitraries.of(
                "ALL",
                "F_DATAELEMENT_PUBLIC_ADD",
                "F_DATAELEMENT_PRIVATE_ADD",
                "F_DATAELEMENT_DELETE",
                "F_DATASET_PUBLIC_ADD",
                "F_DATASET_PRIVATE_ADD",
                "F_DATASET_DELETE",
                "F_ORGANISATIONUNIT_ADD",
                "F_ORGANISATIONUNIT_DELETE")
            .set()
            .ofMaxSize(3);
    return Combinators.combine(authorities, Arbitraries.of(GROUPS).set()).as(Who::new);
  }

  @Provide
  Arbitrary<List<List<Share>>> sharings() {
    Arbitrary<String> patterns =
        Combinators.combine(Arbitraries.of("--", "r-", "rw"), Arbitraries.of("--", "r-", "rw"))
            .as((metadata, data) -> metadata + data + "----");
    Arbitrary<Share> shares =
        Combinators.combine(
                Arbitraries.of(ME, OTHER, GROUPS.getFirst(), GROUPS.getLast()), patterns)
            .as(Share::new);
    return Combinators.combine(
            Arbitraries.of(ME, OTHER),
            patterns,
            shares.list().uniqueElements(Share::with).ofMaxSize(3))
        .as((owner, open, more) -> {
          List<Share> all = new ArrayList<>(more);
          all.add(new Share("owner", owner));
          all.add(new Share("public", open));
          return (List<Share>) all;
        })
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  // the same in metadata

  private static MetadataSnapshot snapshot(Who who, List<MetadataObject> objects) {
    List<MetadataObject> all = new ArrayList<>(objects);
    String list = who.authorities.stream().map(a -> "'" + a + "'").collect(Collectors.joining(","));
    all.add(
        TestMetadata.read(UserRole.class, "{'id': 'Role0000001', 'authorities': [" + list + "]}"));
    all.add(
        TestMetadata.read(
            User.class,
            "{'id': '" + ME + "', 'username': 'me', 'userRoles': [{'id': 'Role0000001'}]}"));
    for (String group : GROUPS) {
      String members = who.groups.contains(group) ? "{'id': '" + ME + "'}" : "";
      all.add(
          TestMetadata.read(
              UserGroup.class, "{'id': '" + group + "', 'users': [" + members + "]}"));
    }
    return TestMetadata.snapshot(all);
  }

  private static String sharing(List<Share> shares) {
    Map<String, String> by = shares.stream().collect(Collectors.toMap(Share::with, Share::pattern));
    return "'sharing': {'owner': '%s', 'public': '%s', 'users': {%s}, 'userGroups': {%s}}"
        .formatted(
            by.get("owner"),
            by.get("public"),
            members(shares, List.of(ME, OTHER)),
            members(shares, GROUPS));
  }

  private static String members(List<Share> shares, List<String> of) {
    return shares.stream()
        .filter(s -> of.contains(s.with))
        .map(s -> "'%s': {'id': '%s', 'access': '%s'}".formatted(s.with, s.with, s.pattern))
        .collect(Collectors.joining(","));
  }

  private static Actor actor(MetadataSnapshot snapshot) {
    return Actor.of(snapshot.find(User.class, ME).orElseThrow(), snapshot);
  }

  // the properties

  @Property
  void theDecisionIsThatOfTheModel(
      @ForAll("users") Who who,
      @ForAll("sharings") List<List<Share>> sharings,
      @ForAll Action action) {
    List<List<Share>> one = sharings.subList(0, 1);
    String shared = "{'id': 'Object00001', " + sharing(sharings.getFirst()) + "}";
    Map<String, MetadataObject> objects =
        Map.of(
            "dataElement", TestMetadata.read(DataElement.class, shared),
            "dataSet", TestMetadata.read(DataSet.class, shared),
            "unit", TestMetadata.read(OrganisationUnit.class, shared));
    objects.forEach((kind, object) -> {
      MetadataSnapshot snapshot = snapshot(who, List.of(object));
      assertThat(AccessRules.may(actor(snapshot), action, object, snapshot))
          .as("%s of a %s", action, kind)
          .isEqualTo(may(who, action, kind, one));
    });
  }

  @Property
  void aCombinationIsAsOpenAsTheLeastOpenOfItsOptions(
      @ForAll("users") Who who,
      @ForAll("sharings") List<List<Share>> sharings,
      @ForAll("lookingAndEntering") Action action) {
    List<MetadataObject> objects = new ArrayList<>();
    List<String> options = new ArrayList<>();
    for (List<Share> shares : sharings) {
      String uid = TestMetadata.uid('o', options.size());
      objects.add(
          TestMetadata.read(
              CategoryOption.class, "{'id': '" + uid + "', " + sharing(shares) + "}"));
      options.add("{'id': '" + uid + "'}");
    }
    CategoryOptionCombo combo =
        TestMetadata.read(
            CategoryOptionCombo.class,
            "{'id': 'Combo000001', 'categoryOptions': [" + String.join(",", options) + "]}");
    objects.add(combo);
    MetadataSnapshot snapshot = snapshot(who, objects);
    assertThat(AccessRules.may(actor(snapshot), action, combo, snapshot))
        .isEqualTo(may(who, action, "categoryOption", sharings));
  }

  @Provide
  Arbitrary<Action> lookingAndEntering() {
    return Arbitraries.of(Action.READ, Action.DATA_READ, Action.DATA_WRITE);
  }

  @Property
  void unitsForEntryAndForAnalysisReachDownwards(
      @ForAll("trees") List<Integer> parents,
      @ForAll("places") Set<Integer> entry,
      @ForAll("places") Set<Integer> analysis) {
    List<MetadataObject> objects = new ArrayList<>();
    for (int i = 0; i < parents.size(); i++) {
      int parent = parents.get(i);
      String above =
          parent < i ? ", 'parent': {'id': '" + TestMetadata.uid('o', parent) + "'}" : "";
      objects.add(
          TestMetadata.read(
              OrganisationUnit.class, "{'id': '" + TestMetadata.uid('o', i) + "'" + above + "}"));
    }
    User user =
        TestMetadata.read(
            User.class,
            "{'id': '%s', 'organisationUnits': [%s], 'dataViewOrganisationUnits': [%s]}"
                .formatted(ME, refs(entry), refs(analysis)));
    objects.add(user);
    MetadataSnapshot snapshot = TestMetadata.snapshot(objects);
    Actor actor = Actor.of(user, snapshot);
    for (int i = 0; i < parents.size(); i++) {
      OrganisationUnit unit =
          snapshot.find(OrganisationUnit.class, TestMetadata.uid('o', i)).orElseThrow();
      assertThat(within(unit, actor.captureUnits(), snapshot)).isEqualTo(below(i, parents, entry));
      assertThat(within(unit, actor.dataViewUnits(), snapshot))
          .isEqualTo(below(i, parents, analysis.isEmpty() ? entry : analysis));
    }
  }

  private static boolean within(
      OrganisationUnit unit, List<Ref<OrganisationUnit>> scope, MetadataSnapshot snapshot) {
    return AccessRules.within(unit, scope, snapshot);
  }

  private static boolean below(int place, List<Integer> parents, Set<Integer> scope) {
    int parent = parents.get(place);
    return scope.contains(place) || parent < place && below(parent, parents, scope);
  }

  private static String refs(Set<Integer> places) {
    return places.stream()
        .map(p -> "{'id': '" + TestMetadata.uid('o', p) + "'}")
        .collect(Collectors.joining(","));
  }

  @Provide
  Arbitrary<List<Integer>> trees() {
    return Arbitraries.integers().between(0, 8).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<Set<Integer>> places() {
    return Arbitraries.integers().between(0, 8).set().ofMaxSize(3);
  }
}
