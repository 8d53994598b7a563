package org.kituo.demo.programme;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kituo.demo.country.Facility;
import org.kituo.demo.payload.Uid;

/**
 * A report that facilities send in regularly: a data set.
 *
 * @param reporters which facilities send it
 * @param fill writes a facility's figures for a period
 * @param timelyDays days after the period in which a report counts as on time
 */
public record Form(
    String code,
    String name,
    Frequency frequency,
    List<Section> sections,
    Predicate<Facility> reporters,
    Consumer<Report> fill,
    int timelyDays) {

  /** The identifier of the data set. */
  public String uid() {
    return Uid.of("dataSet", code);
  }

  /** All elements of the form, section by section. */
  public List<Element> elements() {
    return sections.stream().flatMap(s -> s.elements().stream()).toList();
  }
}
