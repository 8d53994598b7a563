package org.kituo.demo.country;

import org.jspecify.annotations.Nullable;
import org.kituo.demo.payload.Uid;
import org.locationtech.jts.geom.Coordinate;

/**
 * A place where care is given.
 *
 * @param index position among all facilities of the country, from 0
 * @param location longitude and latitude, inside the district
 * @param catchment people who live around it, at the first month of the figures
 * @param diligence share of its reports that arrive, 0..1
 * @param opened number of the month in which it opened within the time of the figures, or 0
 * @param closed number of its last month, or null while it works
 */
public record Facility(
    int index,
    String name,
    Kind kind,
    Ownership ownership,
    boolean urban,
    District district,
    Coordinate location,
    double catchment,
    double diligence,
    int opened,
    @Nullable Integer closed) {

  /** What a facility can do. */
  public enum Kind {
    HOSPITAL("Hospital", 42_000),
    HEALTH_CENTRE("Health Centre", 13_000),
    CLINIC("Clinic", 5_000),
    DISPENSARY("Dispensary", 4_500);

    private final String title;
    private final double medianCatchment;

    Kind(String title, double medianCatchment) {
      this.title = title;
      this.medianCatchment = medianCatchment;
    }

    /** The word for it, as in names of facilities. */
    public String title() {
      return title;
    }

    /** People around a facility of this kind, as the median. */
    public double medianCatchment() {
      return medianCatchment;
    }
  }

  /** Who runs a facility. */
  public enum Ownership {
    PUBLIC("Public"),
    FAITH_BASED("Faith-based"),
    PRIVATE("Private");

    private final String title;

    Ownership(String title) {
      this.title = title;
    }

    /** The word for it. */
    public String title() {
      return title;
    }
  }

  /** The code of the organisation unit. */
  public String code() {
    return "TR_F" + (index + 1);
  }

  /** The identifier of the organisation unit. */
  public String uid() {
    return Uid.of(Country.UNIT, code());
  }

  /** Whether it worked during all of these months (numbers as in {@link #opened}). */
  public boolean works(int firstMonth, int lastMonth) {
    return opened <= firstMonth && (closed == null || lastMonth <= closed);
  }

  /** Whether babies are delivered here. */
  public boolean maternity() {
    return kind == Kind.HOSPITAL || kind == Kind.HEALTH_CENTRE;
  }

  /** Whether mothers and children are looked after: everywhere but in private clinics. */
  public boolean motherAndChild() {
    return kind != Kind.CLINIC;
  }

  /** Whether HIV tests are offered. */
  public boolean testsForHiv() {
    return maternity() || (kind == Kind.CLINIC && index % 3 == 0);
  }

  /** Whether there is a laboratory with a microscope. */
  public boolean laboratory() {
    return maternity();
  }

  /** Whether patients are admitted. */
  public boolean wards() {
    return kind == Kind.HOSPITAL || (kind == Kind.HEALTH_CENTRE && index % 2 == 0);
  }

  /** Whether it is a sentinel site of weekly disease surveillance. */
  public boolean sentinel() {
    return kind == Kind.HOSPITAL || (kind == Kind.HEALTH_CENTRE && index % 4 == 1);
  }
}
