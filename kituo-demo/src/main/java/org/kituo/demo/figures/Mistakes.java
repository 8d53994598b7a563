package org.kituo.demo.figures;

import java.util.ArrayList;
import java.util.List;
import org.kituo.demo.chance.Dice;
import org.kituo.demo.figures.PlantedError.Kind;
import org.kituo.demo.programme.Element;
import org.kituo.demo.programme.Form;
import org.kituo.demo.programme.Report;

/** Plants errors into a few reports and remembers them. */
final class Mistakes {
  private static final double REPORTS_WITH_ERROR = 1.0 / 1500;

  /** Smaller figures make errors that nobody could find. */
  private static final long WORTH_IT = 8;

  private final long seed;
  private final List<PlantedError> planted = new ArrayList<>();

  Mistakes(long seed) {
    this.seed = seed;
  }

  List<PlantedError> planted() {
    return List.copyOf(planted);
  }

  void perhaps(Form form, Report report) {
    long where = Dice.hash(form.code() + report.span().iso());
    Dice dice = Dice.at(seed, Dice.hash("mistake"), report.facility().index(), where);
    if (report.size() < 2 || !dice.chance(REPORTS_WITH_ERROR)) {
      return;
    }
    int field = dice.below(report.size() - 1);
    if (isCount(report, field) && report.value(field) >= WORTH_IT) {
      if (dice.chance(0.6)) {
        write(Kind.TENFOLD, form, report, field, report.value(field) * 10);
      } else if (isCount(report, field + 1) && differs(report, field)) {
        long here = report.value(field);
        write(Kind.SWAPPED, form, report, field, report.value(field + 1));
        write(Kind.SWAPPED, form, report, field + 1, here);
      }
    }
  }

  private static boolean isCount(Report report, int field) {
    return report.element(field).kind() == Element.Kind.COUNT;
  }

  /** Whether a figure and the next are so far apart that swapping them shows. */
  private static boolean differs(Report report, int field) {
    double ratio = (double) report.value(field + 1) / report.value(field);
    return ratio > 2 || ratio < 0.5;
  }

  private void write(Kind kind, Form form, Report report, int field, long value) {
    Element element = report.element(field);
    planted.add(
        new PlantedError(
            kind,
            form.uid(),
            element.uid(),
            element.name(),
            element.disaggregation().comboUid(report.combo(field)),
            report.span().iso(),
            report.facility().uid(),
            report.facility().name(),
            report.value(field),
            value));
    report.overwrite(field, value);
  }
}
