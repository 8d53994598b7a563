package org.kituo.demo.programme;

import org.kituo.demo.chance.Dice;
import org.kituo.demo.country.Facility;
import org.kituo.demo.programme.Timeline.Span;

/**
 * The form of one facility and period while it is filled in. Used again for the next report, so
 * that a stream of millions of figures makes no garbage.
 */
public final class Report {
  private static final int FIELDS = 256;

  private final Surroundings surroundings;
  private final Element[] elements = new Element[FIELDS];
  private final int[] combos = new int[FIELDS];
  private final long[] values = new long[FIELDS];
  private int size;
  private Facility facility;
  private Span span;
  private Dice dice;

  /** A report that is to be {@link #open opened} for this facility and others. */
  public Report(Surroundings surroundings, Facility facility, Span span) {
    this.surroundings = surroundings;
    this.facility = facility;
    this.span = span;
    this.dice = Dice.at();
  }

  /** Takes an empty form for a facility and period. */
  public void open(Facility at, Span during, Dice chance) {
    facility = at;
    span = during;
    dice = chance;
    size = 0;
  }

  /** Whose report it is. */
  public Facility facility() {
    return facility;
  }

  /** The period of the report. */
  public Span span() {
    return span;
  }

  Dice dice() {
    return dice;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** People around the facility during the period. */
  double people() {
    return facility.catchment() * surroundings.growth(span);
  }

  /** How many of these people something happens to, at a rate per 1,000 people and month. */
  int happens(double ratePerThousand) {
    return dice.count(people() / 1000 * ratePerThousand * span.length());
  }

  /** Writes a figure; zeros stay blank unless a zero says something. */
  void put(Element element, int combo, long value) {
    if (value == 0 && !element.kind().zeroIsSignificant()) {
      return;
    }
    elements[size] = element;
    combos[size] = combo;
    values[size] = value;
    size++;
  }

  /** Writes a figure that is not broken down. */
  void put(Element element, long value) {
    put(element, 0, value);
  }

  /** Breaks a total down by chance over an element's option combos, with these shares (sum 1). */
  void spread(Element element, int total, double... shares) {
    int rest = total;
    double left = 1;
    for (int combo = 0; combo < shares.length; combo++) {
      int part = combo == shares.length - 1 ? rest : dice.some(rest, shares[combo] / left);
      put(element, combo, part);
      rest -= part;
      left -= shares[combo];
    }
  }

  /** How many figures there are. */
  public int size() {
    return size;
  }

  /** The element of a figure. */
  public Element element(int i) {
    return elements[i];
  }

  /** The number of the option combo of a figure. */
  public int combo(int i) {
    return combos[i];
  }

  /** The figure as a number; 1 for a tick. */
  public long value(int i) {
    return values[i];
  }

  /** Writes another number over a figure. */
  public void overwrite(int i, long value) {
    values[i] = value;
  }
}
