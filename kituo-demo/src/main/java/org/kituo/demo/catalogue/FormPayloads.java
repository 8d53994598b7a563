package org.kituo.demo.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kituo.demo.country.Country;
import org.kituo.demo.country.Facility;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Sharing;
import org.kituo.demo.payload.Uid;
import org.kituo.demo.programme.Element;
import org.kituo.demo.programme.Form;
import org.kituo.demo.programme.Programme;
import org.kituo.demo.programme.Section;

/** Data elements with their groups, and the data sets with their sections. */
public final class FormPayloads {
  private FormPayloads() {}

  /** The data elements. */
  public static List<Entity> dataElements(List<Programme> programmes) {
    return programmes.stream()
        .flatMap(p -> p.elements().stream())
        .map(FormPayloads::dataElement)
        .toList();
  }

  private static Entity dataElement(Element e) {
    return Entity.of("dataElement", e.code())
        .with("code", "TR_" + e.code())
        .named(e.name())
        .with("formName", e.formName())
        .with("domainType", "AGGREGATE")
        .with("valueType", e.kind().valueType())
        .with("aggregationType", e.kind().aggregationType())
        .with("zeroIsSignificant", e.kind().zeroIsSignificant())
        .with("categoryCombo", Entity.ref(e.disaggregation().uid()))
        .with("sharing", Sharing.everyoneReads());
  }

  /** A group of data elements for each programme. */
  public static List<Entity> elementGroups(List<Programme> programmes) {
    return programmes.stream()
        .map(p ->
            Entity.of("dataElementGroup", "TR_" + p.code())
                .named(p.name())
                .with("dataElements", Entity.refs(p.elements().stream().map(Element::uid).toList()))
                .with("sharing", Sharing.everyoneReads()))
        .toList();
  }

  /** The programmes as one dimension of analysis. */
  public static Entity elementGroupSet(List<Programme> programmes) {
    List<String> groups =
        programmes.stream().map(p -> Uid.of("dataElementGroup", "TR_" + p.code())).toList();
    return Entity.of("dataElementGroupSet", "TR_PROGRAMME")
        .named("Programme")
        .with("compulsory", false)
        .with("dataDimension", true)
        .with("dataElementGroups", Entity.refs(groups))
        .with("sharing", Sharing.everyoneReads());
  }

  /** The data sets, assigned to the facilities that report on them and open to these groups. */
  public static List<Entity> dataSets(
      List<Programme> programmes, Country country, List<String> userGroups) {
    return programmes.stream()
        .flatMap(p -> p.forms().stream())
        .map(form -> dataSet(form, country, userGroups))
        .toList();
  }

  private static Entity dataSet(Form form, Country country, List<String> userGroups) {
    List<String> units =
        country.facilities().stream().filter(form.reporters()).map(Facility::uid).toList();
    List<Entity> elements =
        form.elements().stream()
            .map(e ->
                new Entity()
                    .with("dataSet", Entity.ref(form.uid()))
                    .with("dataElement", Entity.ref(e.uid())))
            .toList();
    return Entity.of("dataSet", form.code())
        .with("code", "TR_" + form.code())
        .named(form.name())
        .with("periodType", form.frequency().periodType())
        .with("formType", "SECTION")
        .with("categoryCombo", Entity.ref(Uid.DEFAULT_CATEGORY_COMBO))
        .with("mobile", false)
        .with("openFuturePeriods", 1)
        .with("expiryDays", 0)
        .with("timelyDays", form.timelyDays())
        .with("dataSetElements", elements)
        .with("organisationUnits", Entity.refs(units))
        .with("sharing", Sharing.groupsEnter(userGroups));
  }

  /** The sections of the data sets. */
  public static List<Entity> sections(List<Programme> programmes) {
    List<Entity> sections = new ArrayList<>();
    for (Programme programme : programmes) {
      for (Form form : programme.forms()) {
        for (int i = 0; i < form.sections().size(); i++) {
          sections.add(section(form, i));
        }
      }
    }
    return sections;
  }

  private static Entity section(Form form, int number) {
    Section section = form.sections().get(number);
    boolean brokenDown =
        section.elements().stream().anyMatch(e -> e.disaggregation().combos().size() > 1);
    List<Map<String, Object>> greyed = new ArrayList<>();
    for (Section.Field field : section.greyed()) {
      Element e = field.element();
      greyed.add(
          new Entity()
              .with("dataElement", Entity.ref(e.uid()))
              .with("categoryOptionCombo", Entity.ref(e.disaggregation().comboUid(field.combo()))));
    }
    return Entity.of("section", form.code() + "_" + (number + 1))
        .with("code", "TR_" + form.code() + "_" + (number + 1))
        .with("name", section.name())
        .with("sortOrder", number)
        .with("dataSet", Entity.ref(form.uid()))
        .with("dataElements", Entity.refs(section.elements().stream().map(Element::uid).toList()))
        .with("greyedFields", greyed)
        .with("showRowTotals", brokenDown)
        .with("showColumnTotals", brokenDown && section.elements().size() > 1);
  }
}
