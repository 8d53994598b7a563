package org.kituo.demo.programme;

import java.util.List;

/** A health programme: what it asks facilities for and what it makes of the answers. */
public record Programme(
    String code, String name, List<Form> forms, List<Indicator> indicators, List<Rule> rules) {

  /** All programmes of the country. */
  public static List<Programme> all() {
    return List.of(
        Population.PROGRAMME,
        Outpatients.PROGRAMME,
        Malaria.PROGRAMME,
        MotherAndChild.PROGRAMME,
        Immunisation.PROGRAMME,
        Hiv.PROGRAMME,
        Tuberculosis.PROGRAMME,
        Supplies.PROGRAMME,
        Surveillance.PROGRAMME);
  }

  /** All elements on the programme's forms. */
  public List<Element> elements() {
    return forms.stream().flatMap(f -> f.elements().stream()).toList();
  }
}
