package org.kituo.demo.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kituo.demo.country.Country;
import org.kituo.demo.country.District;
import org.kituo.demo.country.Facility;
import org.kituo.demo.country.Region;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Sharing;
import org.kituo.demo.payload.Uid;
import org.kituo.demo.programme.Timeline;

/** The organisation units, their levels, groups and group sets. */
public final class UnitPayloads {
  /** The levels of the hierarchy from the root down. */
  private static final List<String> LEVELS = List.of("Country", "Region", "District", "Facility");

  private static final String FOUNDED = "1990-01-01";

  private final Country country;
  private final Timeline timeline;

  /** Payloads of this country; openings and closings are dates of this time. */
  public UnitPayloads(Country country, Timeline timeline) {
    this.country = country;
    this.timeline = timeline;
  }

  /** The identifier of the level with this number (1 is the country). */
  public static String levelUid(int level) {
    return Uid.of("organisationUnitLevel", "TR_L" + level);
  }

  /** The identifier of the group set of facility types. */
  public static String typeSetUid() {
    return Uid.of("organisationUnitGroupSet", "TR_TYPE");
  }

  /** The names of the levels. */
  public static List<Entity> levels() {
    List<Entity> levels = new ArrayList<>();
    for (int i = 1; i <= LEVELS.size(); i++) {
      levels.add(
          Entity.of("organisationUnitLevel", "TR_L" + i)
              .with("name", LEVELS.get(i - 1))
              .with("level", i));
    }
    return levels;
  }

  /** The organisation units, parents before children, made as they are read. */
  public Stream<Entity> units() {
    Entity root = unit(Country.CODE, Country.NAME).with("openingDate", FOUNDED);
    return Stream.of(
            Stream.of(root),
            country.regions().stream().map(UnitPayloads::region),
            country.districts().stream().map(UnitPayloads::district),
            country.facilities().stream().map(this::facility))
        .flatMap(s -> s);
  }

  private static Entity unit(String code, String name) {
    return Entity.of(Country.UNIT, code).named(name);
  }

  private static Entity region(Region region) {
    return unit(region.code(), region.name())
        .with("openingDate", FOUNDED)
        .with("parent", Entity.ref(Country.uid()))
        .with("geometry", GeoJson.of(region.area()));
  }

  private static Entity district(District district) {
    return unit(district.code(), district.name())
        .with("openingDate", FOUNDED)
        .with("parent", Entity.ref(district.region().uid()))
        .with("geometry", GeoJson.of(district.area()));
  }

  private Entity facility(Facility facility) {
    boolean always = facility.opened() == 0;
    Entity unit =
        unit(facility.code(), facility.name())
            .with(
                "openingDate",
                always ? FOUNDED : timeline.month(facility.opened()).atDay(1).toString())
            .with("parent", Entity.ref(facility.district().uid()))
            .with("geometry", GeoJson.point(facility.location()));
    Integer closed = facility.closed();
    return closed == null
        ? unit
        : unit.with("closedDate", timeline.month(closed).atEndOfMonth().toString());
  }

  /** Groups of facilities by type, ownership and surroundings. */
  public List<Entity> groups() {
    List<Entity> groups = new ArrayList<>();
    for (Facility.Kind kind : Facility.Kind.values()) {
      groups.add(
          group("TYPE_" + kind.name(), plural(kind), f -> f.kind() == kind)
              .with("symbol", "0" + (kind.ordinal() + 1) + ".png"));
    }
    for (Facility.Ownership owner : Facility.Ownership.values()) {
      groups.add(group("OWNER_" + owner.name(), owner.title(), f -> f.ownership() == owner));
    }
    groups.add(group("AREA_URBAN", "Urban", Facility::urban));
    groups.add(group("AREA_RURAL", "Rural", f -> !f.urban()));
    return groups;
  }

  private static String plural(Facility.Kind kind) {
    return kind == Facility.Kind.DISPENSARY ? "Dispensaries" : kind.title() + "s";
  }

  private Entity group(String code, String name, Predicate<Facility> members) {
    List<String> uids = country.facilities().stream().filter(members).map(Facility::uid).toList();
    return Entity.of("organisationUnitGroup", "TR_" + code)
        .named(name)
        .with("organisationUnits", Entity.refs(uids))
        .with("sharing", Sharing.everyoneReads());
  }

  /** The three classifications of facilities, each a dimension of analysis. */
  public static List<Entity> groupSets() {
    return List.of(
        groupSet("TYPE", "Facility type", Facility.Kind.values(), Enum::name),
        groupSet("OWNER", "Facility ownership", Facility.Ownership.values(), Enum::name),
        groupSet("AREA", "Urban or rural", new String[] {"URBAN", "RURAL"}, s -> s));
  }

  private static <T> Entity groupSet(
      String code, String name, T[] members, Function<T, String> memberCode) {
    List<String> uids =
        Arrays.stream(members)
            .map(m -> "TR_" + code + "_" + memberCode.apply(m).toUpperCase(Locale.ROOT))
            .map(c -> Uid.of("organisationUnitGroup", c))
            .toList();
    return Entity.of("organisationUnitGroupSet", "TR_" + code)
        .named(name)
        .with("compulsory", true)
        .with("dataDimension", true)
        .with("organisationUnitGroups", Entity.refs(uids))
        .with("sharing", Sharing.everyoneReads());
  }
}
