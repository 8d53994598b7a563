package org.kituo.server.orgunit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kituo.model.metadata.Attribute;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.metadata.ProgramIndicator;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.setting.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told of a unit beside its own properties, as an administrator has chosen it.
 *
 * @param attributes custom attributes of units
 * @param groupSets group sets of units
 * @param dataItems data elements, indicators, data sets and program indicators
 */
record UnitProfile(List<String> attributes, List<String> groupSets, List<String> dataItems) {
  private static final String SETTING = "organisationUnitProfile";
  private static final String ATTRIBUTES = "attributes";
  private static final String GROUP_SETS = "groupSets";
  private static final String DATA_ITEMS = "dataItems";

  /** The types of the items that figures can be told of. */
  static final List<Class<? extends MetadataObject>> ITEMS =
      List.of(DataElement.class, Indicator.class, DataSet.class, ProgramIndicator.class);

  static UnitProfile of(Settings settings) {
    return of(JsonMapper.shared().readTree(settings.set(SETTING).orElse("{}")));
  }

  static UnitProfile of(JsonNode json) {
    return new UnitProfile(
        texts(json.path(ATTRIBUTES)), texts(json.path(GROUP_SETS)), texts(json.path(DATA_ITEMS)));
  }

  private static List<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(text -> texts.add(text.asString("")));
    return List.copyOf(texts);
  }

  void keep(Settings settings) {
    settings.set(SETTING, null, json().toString());
  }

  ObjectNode json() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    lists()
        .forEach((name, uids) -> {
          ArrayNode list = json.putArray(name);
          uids.forEach(list::add);
        });
    return json;
  }

  private Map<String, List<String>> lists() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    lists.put(ATTRIBUTES, attributes);
    lists.put(GROUP_SETS, groupSets);
    lists.put(DATA_ITEMS, dataItems);
    return lists;
  }

  /** What the profile names that is not there or cannot be shown, in words. */
  List<String> problems(MetadataSnapshot snapshot) {
    List<String> problems = new ArrayList<>();
    for (String uid : attributes) {
      if (snapshot
          .find(Attribute.class, uid)
          .filter(Attribute::organisationUnitAttribute)
          .isEmpty()) {
        problems.add("There is no attribute of organisation units " + uid + ".");
      }
    }
    for (String uid : groupSets) {
      if (snapshot.find(OrganisationUnitGroupSet.class, uid).isEmpty()) {
        problems.add("There is no organisation unit group set " + uid + ".");
      }
    }
    for (String uid : dataItems) {
      if (ITEMS.stream().noneMatch(type -> snapshot.find(type, uid).isPresent())) {
        problems.add(
            "There is no data element, indicator, data set or program indicator " + uid + ".");
      }
    }
    return problems;
  }
}
