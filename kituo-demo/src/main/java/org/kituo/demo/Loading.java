package org.kituo.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kituo.demo.catalogue.AnalysisPayloads;
import org.kituo.demo.catalogue.CategoryPayloads;
import org.kituo.demo.catalogue.FormPayloads;
import org.kituo.demo.catalogue.UnitPayloads;
import org.kituo.demo.country.Country;
import org.kituo.demo.delivery.Destination;
import org.kituo.demo.figures.Figures;
import org.kituo.demo.figures.PlantedError;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.people.People;
import org.kituo.demo.presentation.Dashboards;
import org.kituo.demo.programme.Programme;

/** Sends a country to a destination: units, people, catalogue, dashboards, figures. */
final class Loading {
  /** Org units or users of one metadata request: large enough to be quick, small in memory. */
  private static final int OBJECTS_PER_REQUEST = 20_000;

  /** Each of them names most units. */
  private static final int DATA_SETS_PER_REQUEST = 1;

  private final Plan plan;
  private final Arguments arguments;
  private final Country country;
  private final Destination to;
  private final Progress progress;

  Loading(Plan plan, Arguments arguments, Destination to, PrintStream out) {
    this.plan = plan;
    this.arguments = arguments;
    this.to = to;
    this.progress = new Progress(out);
    this.country = Country.of(plan.facilities(), plan.timeline().months(), arguments.seed());
    progress.say(
        "%s: %d regions, %d districts, %d facilities, %s to %s",
        Country.NAME,
        country.regions().size(),
        country.districts().size(),
        country.facilities().size(),
        plan.timeline().from(),
        plan.timeline().until());
  }

  /** Sends everything; returns the errors planted into the figures. */
  List<PlantedError> run() {
    units();
    people();
    catalogue();
    dashboards();
    return figures();
  }

  private void units() {
    UnitPayloads units = new UnitPayloads(country, plan.timeline());
    metadata("levels", Map.of("organisationUnitLevels", UnitPayloads.levels()));
    inParts("organisation units", "organisationUnits", units.units(), OBJECTS_PER_REQUEST);
    List<Map<String, String>> root = Entity.refs(List.of(Country.uid()));
    to.patchAdmin(
        Stream.of("organisationUnits", "dataViewOrganisationUnits", "teiSearchOrganisationUnits")
            .map(p -> new Entity().with("op", "add").with("path", "/" + p).with("value", root))
            .toList());
    Map<String, List<Entity>> groups = new LinkedHashMap<>();
    groups.put("organisationUnitGroups", units.groups());
    groups.put("organisationUnitGroupSets", UnitPayloads.groupSets());
    metadata("organisation unit groups", groups);
  }

  private void people() {
    People people = new People(country, arguments.users(), arguments.seed());
    metadata("roles", Map.of("userRoles", People.roles()));
    inParts(
        "users",
        "users",
        Stream.concat(people.logins().stream(), people.clerks()),
        OBJECTS_PER_REQUEST);
    metadata("user groups", Map.of("userGroups", people.groups()));
  }

  private void catalogue() {
    List<Programme> programmes = Programme.all();
    Map<String, List<Entity>> objects = new LinkedHashMap<>();
    objects.put("categoryOptions", CategoryPayloads.options());
    objects.put("categories", CategoryPayloads.categories());
    objects.put("categoryCombos", CategoryPayloads.combos());
    objects.put("categoryOptionCombos", CategoryPayloads.optionCombos());
    objects.put("legendSets", AnalysisPayloads.legendSets());
    objects.put("dataElements", FormPayloads.dataElements(programmes));
    objects.put("dataElementGroups", FormPayloads.elementGroups(programmes));
    objects.put("dataElementGroupSets", List.of(FormPayloads.elementGroupSet(programmes)));
    objects.put("indicatorTypes", AnalysisPayloads.indicatorTypes());
    objects.put("indicators", AnalysisPayloads.indicators(programmes));
    objects.put("indicatorGroups", AnalysisPayloads.indicatorGroups(programmes));
    objects.put("validationRules", AnalysisPayloads.rules(programmes));
    metadata("catalogue", objects);
    List<Entity> dataSets = FormPayloads.dataSets(programmes, country, People.enteringGroups());
    inParts("data sets", "dataSets", dataSets.stream(), DATA_SETS_PER_REQUEST);
    metadata("sections", Map.of("sections", FormPayloads.sections(programmes)));
  }

  private void dashboards() {
    Dashboards dashboards = new Dashboards(country);
    Map<String, List<Entity>> objects = new LinkedHashMap<>();
    objects.put("visualizations", dashboards.visualizations());
    objects.put("maps", dashboards.maps());
    objects.put("dashboards", dashboards.dashboards());
    metadata("dashboards", objects);
  }

  private List<PlantedError> figures() {
    Figures figures = new Figures(country, plan.timeline(), plan.participation(), arguments.seed());
    progress.begin("data values");
    figures.stream(batch -> {
      to.values(batch);
      progress.add(batch.size());
    });
    to.close();
    progress.end();
    return figures.planted();
  }

  private void inParts(String name, String plural, Stream<Entity> objects, int size) {
    Iterator<Entity> all = objects.iterator();
    progress.begin(name);
    while (all.hasNext()) {
      List<Entity> part = new ArrayList<>();
      while (all.hasNext() && part.size() < size) {
        part.add(all.next());
      }
      to.metadata(name, Map.of(plural, part));
      progress.add(part.size());
    }
    progress.end();
  }

  private void metadata(String name, Map<String, List<Entity>> objects) {
    progress.begin(name);
    to.metadata(name, objects);
    progress.add(objects.values().stream().mapToInt(Collection::size).sum());
    progress.end();
  }
}
