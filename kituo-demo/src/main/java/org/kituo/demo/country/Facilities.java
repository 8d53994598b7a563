package org.kituo.demo.country;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.demo.chance.Dice;
import org.kituo.demo.country.Facility.Kind;
import org.kituo.demo.country.Facility.Ownership;
import org.locationtech.jts.geom.Coordinate;

/** Places facilities in districts: one public hospital in each, and the rest as chance has it. */
final class Facilities {
  private static final double POOR_REPORTERS = 0.12;
  private static final double OPENED_LATELY = 0.015;
  private static final double CLOSED_LATELY = 0.008;
  private static final double TOWN_DEGREES = 0.04;
  private static final String[] SAINTS = {
    "St Agatha", "St Luke", "St Raphael", "St Monica", "Bethania", "Al-Shifa", "St Damian"
  };

  private final List<District> districts;
  private final int months;
  private final Syllables names;
  private final long seed;

  Facilities(List<District> districts, int months, Syllables names, long seed) {
    this.districts = districts;
    this.months = months;
    this.names = names;
    this.seed = seed;
  }

  /** Facilities ordered by district; districts get shares by a log-normal weight. */
  List<Facility> build(int count) {
    List<Facility> facilities = new ArrayList<>(count);
    int[] shares = shares(count);
    for (District district : districts) {
      for (int i = 0; i < shares[district.index()]; i++) {
        facilities.add(facility(facilities.size(), i == 0, district));
      }
    }
    return facilities;
  }

  /** Each district gets one facility and a part of the rest that follows its weight. */
  private int[] shares(int count) {
    Dice dice = Dice.at(seed, Dice.hash("shares"));
    double[] upTo = new double[districts.size()];
    double total = 0;
    for (int i = 0; i < upTo.length; i++) {
      total += dice.logNormal(1, 0.45);
      upTo[i] = total;
    }
    int rest = count - districts.size();
    int[] shares = new int[upTo.length];
    long given = 0;
    for (int i = 0; i < upTo.length; i++) {
      long until = i == upTo.length - 1 ? rest : StrictMath.round(rest * upTo[i] / total);
      shares[i] = 1 + (int) (until - given);
      given = until;
    }
    return shares;
  }

  private Facility facility(int index, boolean first, District district) {
    Dice dice = Dice.at(seed, Dice.hash("facility"), index);
    Kind kind = first ? Kind.HOSPITAL : kind(dice);
    Ownership ownership = first ? Ownership.PUBLIC : ownership(kind, dice);
    boolean urban = first || dice.chance(kind == Kind.CLINIC ? 0.75 : 0.25);
    Coordinate location =
        urban
            ? Place.near(district.town(), TOWN_DEGREES, district.area(), dice)
            : Place.anywhere(district.area(), dice);
    double catchment = dice.logNormal(kind.medianCatchment(), 0.5);
    double diligence =
        dice.chance(POOR_REPORTERS) ? dice.between(0.45, 0.75) : dice.between(0.91, 0.995);
    int opened = dice.chance(OPENED_LATELY) ? 1 + dice.below(months) : 0;
    Integer closed =
        opened == 0 && !first && dice.chance(CLOSED_LATELY) ? closingMonth(dice) : null;
    String name = first ? hospital(district) : name(kind, ownership, dice);
    return new Facility(
        index, name, kind, ownership, urban, district, location, catchment, diligence, opened,
        closed);
  }

  private @Nullable Integer closingMonth(Dice dice) {
    return months < 2 ? null : dice.below(months - 1);
  }

  private static Kind kind(Dice dice) {
    double roll = dice.unit();
    if (roll < 0.015) {
      return Kind.HOSPITAL;
    }
    if (roll < 0.22) {
      return Kind.HEALTH_CENTRE;
    }
    return roll < 0.37 ? Kind.CLINIC : Kind.DISPENSARY;
  }

  private static Ownership ownership(Kind kind, Dice dice) {
    double publicShare = kind == Kind.CLINIC ? 0.05 : 0.72;
    double faithShare = kind == Kind.CLINIC ? 0.10 : 0.22;
    double roll = dice.unit();
    if (roll < publicShare) {
      return Ownership.PUBLIC;
    }
    return roll < publicShare + faithShare ? Ownership.FAITH_BASED : Ownership.PRIVATE;
  }

  private static String hospital(District district) {
    return district.name() + " Hospital";
  }

  private String name(Kind kind, Ownership ownership, Dice dice) {
    String place = names.place();
    if (ownership == Ownership.FAITH_BASED) {
      return place + " " + SAINTS[dice.below(SAINTS.length)] + " " + kind.title();
    }
    return place + " " + kind.title();
  }
}
