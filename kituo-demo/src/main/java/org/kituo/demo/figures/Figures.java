package org.kituo.demo.figures;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.kituo.demo.chance.Dice;
import org.kituo.demo.country.Country;
import org.kituo.demo.country.Facility;
import org.kituo.demo.programme.Form;
import org.kituo.demo.programme.Programme;
import org.kituo.demo.programme.Report;
import org.kituo.demo.programme.Surroundings;
import org.kituo.demo.programme.Timeline;
import org.kituo.demo.programme.Timeline.Span;

/**
 * The data values of a country, report by report: form after form, period after period, facility
 * after facility. Each report has its own stream of chance, so a report does not depend on which
 * others are made.
 */
public final class Figures {
  private static final int VALUES_PER_REQUEST = 50_000;

  private final Country country;
  private final Timeline timeline;
  private final List<Form> forms;
  private final Reporting reporting;
  private final Mistakes mistakes;
  private final long seed;

  /**
   * @param participation share of the facilities that report at all, 0..1
   */
  public Figures(Country country, Timeline timeline, double participation, long seed) {
    this.country = country;
    this.timeline = timeline;
    this.forms = Programme.all().stream().flatMap(p -> p.forms().stream()).toList();
    this.reporting = new Reporting(timeline, participation, seed);
    this.mistakes = new Mistakes(seed);
    this.seed = seed;
  }

  /** Sends all values to the sink, in requests of at most 50,000 values of one data set. */
  public void stream(Consumer<Batch> sink) {
    BatchWriter writer = new BatchWriter(VALUES_PER_REQUEST, sink);
    for (Form form : forms) {
      reports(form, writer::write);
      writer.close(form);
    }
  }

  /** How many values there are; costs as much as making them, without writing them. */
  public long count() {
    long[] count = {0};
    forms.forEach(form -> reports(form, (f, report) -> count[0] += report.size()));
    return count[0];
  }

  /** The errors planted so far: all of them after {@link #stream}. */
  public List<PlantedError> planted() {
    return mistakes.planted();
  }

  private void reports(Form form, BiConsumer<Form, Report> reader) {
    List<Span> spans = timeline.spans(form.frequency());
    if (spans.isEmpty()) {
      return;
    }
    Surroundings surroundings = new Surroundings(country, timeline, seed);
    Report report = new Report(surroundings, country.facilities().getFirst(), spans.getFirst());
    for (Span span : spans) {
      long at = Dice.hash(form.code() + span.iso());
      for (Facility facility : country.facilities()) {
        if (reporting.sends(facility, form, span)) {
          report.open(facility, span, Dice.at(seed, at, facility.index()));
          form.fill().accept(report);
          mistakes.perhaps(form, report);
          reader.accept(form, report);
        }
      }
    }
  }
}
