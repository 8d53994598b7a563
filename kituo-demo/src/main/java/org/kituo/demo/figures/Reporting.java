package org.kituo.demo.figures;

import org.kituo.demo.chance.Dice;
import org.kituo.demo.country.Facility;
import org.kituo.demo.programme.Form;
import org.kituo.demo.programme.Timeline;
import org.kituo.demo.programme.Timeline.Span;

/**
 * Decides which reports there are. Diligent facilities miss few; poor reporters miss many and fall
 * silent for a quarter of a year at a time; the reports of the last two months are still coming in.
 *
 * @param share of the facilities that report at all: below 1 to make fewer figures
 */
record Reporting(Timeline timeline, double share, long seed) {
  private static final double LAST_MONTH_IN = 0.82;
  private static final double MONTH_BEFORE_IN = 0.94;
  private static final double POOR = 0.8;
  private static final double SILENT_QUARTER = 0.25;

  boolean sends(Facility f, Form form, Span span) {
    if (!form.reporters().test(f) || !works(f, span)) {
      return false;
    }
    if (share < 1 && !Dice.at(seed, Dice.hash("takes part"), f.index()).chance(share)) {
      return false;
    }
    if (f.diligence() < POOR && silent(f, span)) {
      return false;
    }
    Dice dice = Dice.at(seed, Dice.hash("sends"), f.index(), Dice.hash(form.code() + span.iso()));
    return dice.chance(f.diligence() * arrived(span));
  }

  private boolean works(Facility f, Span span) {
    boolean running = f.opened() == 0 && f.closed() == null;
    return running || f.works(span.firstMonth(), span.lastMonth());
  }

  private boolean silent(Facility f, Span span) {
    long quarter = Math.floorDiv(span.firstMonth(), 3);
    return Dice.at(seed, Dice.hash("silent"), f.index(), quarter).chance(SILENT_QUARTER);
  }

  private double arrived(Span span) {
    int monthsAgo = timeline.months() - 1 - span.lastMonth();
    if (monthsAgo > 1 || span.length() > 11) {
      return 1;
    }
    return monthsAgo <= 0 ? LAST_MONTH_IN : MONTH_BEFORE_IN;
  }
}
