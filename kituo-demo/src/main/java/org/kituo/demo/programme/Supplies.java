package org.kituo.demo.programme;

import java.util.ArrayList;
import java.util.List;
import org.kituo.demo.country.Facility;
import org.kituo.demo.programme.Element.Kind;
import org.kituo.demo.programme.Indicator.Side;
import org.kituo.demo.programme.Indicator.Type;

/** Medicines and vaccines in store, and the days without them; private facilities are not asked. */
public final class Supplies {
  static final Element SIGNED =
      Element.of(Kind.TICK, "STOCK_SIGNED", "Stock report signed", "Report signed");

  /**
   * A commodity that is counted every month.
   *
   * @param monthlyNeed units that 1,000 people need in a month
   */
  record Item(String code, String name, double monthlyNeed) {
    Element onHand() {
      return Element.of(Kind.STOCK, code + "_ON_HAND", name + " on hand", name + ": on hand");
    }

    Element received() {
      return Element.count(code + "_RECEIVED", name + " received", name + ": received");
    }

    Element daysOut() {
      return Element.count(code + "_DAYS_OUT", name + " days out of stock", name + ": days out");
    }

    Element stockOut() {
      return Element.of(
          Kind.TICK, code + "_STOCK_OUT", name + " out of stock", name + ": out of stock");
    }
  }

  private static final List<Item> MEDICINES =
      List.of(new Item("ACT", "ACT", 12), new Item("OXYTOCIN", "Oxytocin", 4));
  private static final List<Item> VACCINES =
      List.of(new Item("PENTA", "Pentavalent vaccine", 8), new Item("MRV", "MR vaccine", 6));

  private record Line(Item item, Element onHand, Element received, Element daysOut, Element out) {
    Line(Item item) {
      this(item, item.onHand(), item.received(), item.daysOut(), item.stockOut());
    }

    List<Element> elements() {
      return List.of(onHand, received, daysOut, out);
    }
  }

  private static final List<Line> MEDICINE_LINES = MEDICINES.stream().map(Line::new).toList();
  private static final List<Line> VACCINE_LINES = VACCINES.stream().map(Line::new).toList();

  static final Programme PROGRAMME =
      new Programme(
          "STOCK",
          "Supplies",
          List.of(
              new Form(
                  "STOCK_MONTHLY",
                  "Stock monthly report",
                  Frequency.MONTHLY,
                  List.of(
                      section("Medicines", MEDICINE_LINES),
                      section("Vaccines", VACCINE_LINES),
                      Section.of("Approval of stock", SIGNED)),
                  f -> f.ownership() != Facility.Ownership.PRIVATE,
                  Supplies::fill,
                  15)),
          indicators(),
          List.of());

  private Supplies() {}

  private static Section section(String name, List<Line> lines) {
    return Section.of(
        name, lines.stream().flatMap(l -> l.elements().stream()).toArray(Element[]::new));
  }

  private static List<Indicator> indicators() {
    List<Indicator> indicators = new ArrayList<>();
    for (List<Line> lines : List.of(MEDICINE_LINES, VACCINE_LINES)) {
      for (Line line : lines) {
        indicators.add(
            Indicator.of(
                line.item.code + "_STOCK_OUT_RATE",
                line.item.name + " stock-out rate (%)",
                Type.PERCENT,
                Side.of(line.out),
                Side.of(SIGNED),
                Legend.LOWER_IS_BETTER));
      }
    }
    return indicators;
  }

  private static void fill(Report r) {
    fill(MEDICINE_LINES.getFirst(), r);
    if (r.facility().maternity()) {
      fill(MEDICINE_LINES.getLast(), r);
    }
    if (r.facility().motherAndChild()) {
      VACCINE_LINES.forEach(line -> fill(line, r));
    }
    r.put(SIGNED, 1);
  }

  /**
   * What was received is what was used and what the store grew by; an empty store is a stock-out.
   */
  private static void fill(Line line, Report r) {
    long need = Math.max(1, Math.round(r.people() / 1000 * line.item.monthlyNeed));
    long before = stored(line, r, r.span().firstMonth() - 1, need);
    long after = stored(line, r, r.span().firstMonth(), need);
    r.put(line.onHand, after);
    r.put(line.received, Math.max(0, r.dice().count(need) + after - before));
    if (after == 0) {
      r.put(line.daysOut, 1 + r.dice().below(24));
      r.put(line.out, 1);
    }
  }

  private static long stored(Line line, Report r, int month, long need) {
    double months =
        r.surroundings()
            .storedMonths(r.facility().district(), r.facility().index(), line.item.code, month);
    return Math.round(months * need);
  }
}
