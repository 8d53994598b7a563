package org.kituo.analytics.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.OrganisationUnitGroup;
import org.kituo.model.metadata.OrganisationUnitLevel;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.constant.DimensionType;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;

/**
 * Reads the items of the dimension of units. Levels, groups and the units of a data set or program
 * are selections; if there is one, the units that are named are not items themselves but the
 * boundaries within which selections are made, the whole tree where none is named.
 */
final class UnitReader {
  private static final String LEVEL = "LEVEL-";
  private static final String GROUP = "OU_GROUP-";
  private static final String DATA_SET = "DS-";
  private static final String PROGRAM = "PR-";
  private static final String USER = "USER_ORGUNIT";
  private static final String USER_CHILDREN = "USER_ORGUNIT_CHILDREN";
  private static final String USER_GRANDCHILDREN = "USER_ORGUNIT_GRANDCHILDREN";

  private final Lookup lookup;
  private final UnitTree tree;
  private final AnalyticsRequest.Scope scope;

  UnitReader(Lookup lookup, UnitTree tree, AnalyticsRequest.Scope scope) {
    this.lookup = lookup;
    this.tree = tree;
    this.scope = scope;
  }

  /** What the texts of the items say. */
  private static final class Said {
    final Set<Integer> units = new LinkedHashSet<>();
    final List<Integer> levels = new ArrayList<>();
    final List<List<Ref<OrganisationUnit>>> selections = new ArrayList<>();
    final List<OrganisationUnit> named = new ArrayList<>();

    boolean selects() {
      return !levels.isEmpty() || !selections.isEmpty();
    }
  }

  /** The units, each once; keywords are added to a list. */
  Dimension read(List<String> items, List<Keyword> keywords) {
    Said said = new Said();
    for (String item : items) {
      read(item, said, keywords);
    }
    Set<Integer> units = said.selects() ? select(said) : said.units;
    if (units.isEmpty()) {
      throw new AnalyticsException(
          "E7143", "Organisation unit or organisation unit level is not valid");
    }
    if (said.selects()) {
      said.named.forEach(unit -> keywords.add(new Keyword.OfObject(unit)));
    }
    requireAccess(units);
    return dimension(units);
  }

  private Dimension dimension(Set<Integer> units) {
    return Dimension.fixed(
        Dimension.UNIT,
        DimensionType.ORGANISATION_UNIT,
        units.stream().map(number -> new Entry.OfObject(tree.unit(number))).toList());
  }

  private void read(String item, Said said, List<Keyword> keywords) {
    switch (item) {
      case USER -> user(item, userUnits(), ownUnits(), said, keywords);
      case USER_CHILDREN -> user(item, children(userUnits()), children(ownUnits()), said, keywords);
      case USER_GRANDCHILDREN ->
          user(
              item,
              children(children(userUnits())),
              children(children(ownUnits())),
              said,
              keywords);
      default -> {
        if (item.startsWith(LEVEL)) {
          level(item.substring(LEVEL.length()), said, keywords);
        } else if (item.startsWith(GROUP)) {
          selection(OrganisationUnitGroup.class, item.substring(GROUP.length()), said, keywords);
        } else if (item.startsWith(DATA_SET)) {
          selection(DataSet.class, item.substring(DATA_SET.length()), said, keywords);
        } else if (item.startsWith(PROGRAM)) {
          selection(Program.class, item.substring(PROGRAM.length()), said, keywords);
        } else {
          named(item, said);
        }
      }
    }
  }

  private void named(String item, Said said) {
    lookup
        .find(OrganisationUnit.class, item)
        .filter(unit -> tree.number(unit.uid()) >= 0)
        .ifPresent(unit -> {
          said.units.add(tree.number(unit.uid()));
          said.named.add(unit);
        });
  }

  private void user(
      String keyword, List<Integer> units, List<Integer> own, Said said, List<Keyword> keywords) {
    said.units.addAll(units);
    keywords.add(new Keyword.Units(keyword, own.stream().map(n -> tree.unit(n).uid()).toList()));
  }

  /** By number, or by the identifier of the object that names the level. */
  private void level(String text, Said said, List<Keyword> keywords) {
    Optional<OrganisationUnitLevel> byUid = lookup.byUid(OrganisationUnitLevel.class, text);
    int number =
        byUid
            .flatMap(level -> Optional.ofNullable(level.level()))
            .or(() ->
                text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty())
            .orElseThrow(() ->
                new AnalyticsException(
                    "E7143",
                    "Organisation unit or organisation unit level is not valid: `%s`"
                        .formatted(text)));
    said.levels.add(number);
    byUid
        .or(() ->
            lookup.snapshot().all(OrganisationUnitLevel.class).stream()
                .filter(level -> Integer.valueOf(number).equals(level.level()))
                .findFirst())
        .ifPresent(level -> keywords.add(new Keyword.OfObject(level)));
  }

  private void selection(
      Class<? extends MetadataObject> type, String text, Said said, List<Keyword> keywords) {
    Optional<? extends MetadataObject> found = lookup.find(type, text);
    said.selections.add(found.map(UnitReader::units).orElse(List.of()));
    found
        .filter(OrganisationUnitGroup.class::isInstance)
        .ifPresent(group -> keywords.add(new Keyword.OfObject(group)));
  }

  private static List<Ref<OrganisationUnit>> units(MetadataObject object) {
    return switch (object) {
      case OrganisationUnitGroup group -> group.organisationUnits();
      case DataSet set -> set.organisationUnits();
      case Program program -> program.organisationUnits();
      default -> List.of();
    };
  }

  private Set<Integer> select(Said said) {
    List<Integer> boundaries = said.units.isEmpty() ? tree.roots() : List.copyOf(said.units);
    Set<Integer> selected = new LinkedHashSet<>();
    for (int level : said.levels) {
      selected.addAll(tree.atLevel(level, boundaries));
    }
    List<Integer> members = new ArrayList<>();
    for (List<Ref<OrganisationUnit>> selection : said.selections) {
      for (Ref<OrganisationUnit> ref : selection) {
        int number = tree.number(ref.id());
        if (number >= 0 && boundaries.stream().anyMatch(b -> tree.within(number, b))) {
          members.add(number);
        }
      }
    }
    selected.addAll(tree.byName(members));
    return selected;
  }

  private List<Integer> children(List<Integer> units) {
    return tree.byName(units.stream().flatMap(unit -> tree.children(unit).stream()).toList());
  }

  /** The units to take for the user's. */
  private List<Integer> userUnits() {
    return scope.userUnits().isEmpty()
        ? ownUnits()
        : scope.userUnits().stream().map(tree::number).filter(n -> n >= 0).toList();
  }

  private List<Integer> ownUnits() {
    User user = lookup.actor().user();
    return numbers(
        switch (scope.userUnitsKind().orElse(AnalyticsRequest.UserUnits.DATA_CAPTURE)) {
          case DATA_CAPTURE -> user.organisationUnits();
          case DATA_OUTPUT -> lookup.actor().dataViewUnits();
          case TEI_SEARCH -> user.teiSearchOrganisationUnits();
        });
  }

  private List<Integer> numbers(List<Ref<OrganisationUnit>> refs) {
    return refs.stream().map(ref -> tree.number(ref.id())).filter(n -> n >= 0).toList();
  }

  /** The units below which the user sees analytics; none if everywhere. */
  List<Integer> visible() {
    return numbers(lookup.actor().user().dataViewOrganisationUnits());
  }

  /** The filter of those who ask for no unit: what they may see. */
  Optional<Dimension> implied() {
    List<Integer> visible = visible();
    return visible.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Dimension(
                Dimension.UNIT,
                DimensionType.ORGANISATION_UNIT,
                Optional.empty(),
                dimension(new LinkedHashSet<>(visible)).entries(),
                true));
  }

  private void requireAccess(Set<Integer> units) {
    List<Integer> visible = visible();
    Integer deepest = lookup.actor().user().dataViewMaxOrganisationUnitLevel();
    for (int unit : units) {
      boolean below = visible.isEmpty() || visible.stream().anyMatch(v -> tree.within(unit, v));
      if (!below || deepest != null && tree.level(unit) > deepest) {
        throw new AnalyticsException(
            "E7120",
            "User: `%s` is not allowed to view org unit: `%s`"
                .formatted(lookup.actor().user().username(), tree.unit(unit).uid()));
      }
    }
  }
}
