package org.kituo.demo.country;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kituo.demo.chance.Dice;
import org.kituo.demo.payload.Uid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * The Tamarind Republic: its regions, districts and facilities, a function of the seed, the number
 * of facilities and the number of months over which facilities open and close.
 */
public record Country(List<Region> regions, List<District> districts, List<Facility> facilities) {
  /** The country's name. */
  public static final String NAME = "Tamarind Republic";

  /** The code of the root of the organisation units. */
  public static final String CODE = "TR";

  /** The kind under which identifiers of organisation units are made. */
  public static final String UNIT = "organisationUnit";

  private static final String[] DIRECTIONS = {"North", "South", "East", "West", "Central"};

  /** The identifier of the root of the organisation units. */
  public static String uid() {
    return Uid.of(UNIT, CODE);
  }

  /** Makes a country with at least one facility in each of its districts. */
  public static Country of(int facilities, int months, long seed) {
    int districts = Math.max(2, (int) StrictMath.rint(1.73 * StrictMath.sqrt(facilities)));
    int regions = Math.max(2, (int) StrictMath.rint(StrictMath.sqrt(districts)));
    Syllables names = new Syllables(Dice.at(seed, Dice.hash("names")));
    List<Land.Cell> cells = Land.divide(Math.min(districts, facilities), regions, seed);
    List<Region> allRegions = regions(cells, names);
    List<District> allDistricts = districts(cells, allRegions, names, seed);
    Facilities builder = new Facilities(allDistricts, months, names, seed);
    return new Country(allRegions, allDistricts, builder.build(facilities));
  }

  private static List<Region> regions(List<Land.Cell> cells, Syllables names) {
    Map<Integer, List<Polygon>> areas = new TreeMap<>();
    cells.forEach(c -> areas.computeIfAbsent(c.region(), k -> new ArrayList<>()).add(c.area()));
    List<Region> regions = new ArrayList<>();
    for (List<Polygon> parts : areas.values()) {
      int i = regions.size();
      String place = names.place();
      String name = i < DIRECTIONS.length ? place + " " + DIRECTIONS[i] : place;
      regions.add(new Region(i, name + " Region", Land.union(parts)));
    }
    return regions;
  }

  private static List<District> districts(
      List<Land.Cell> cells, List<Region> regions, Syllables names, long seed) {
    List<District> districts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Dice dice = Dice.at(seed, Dice.hash("district"), i);
      Polygon area = cells.get(i).area();
      Coordinate town = Place.anywhere(area, dice);
      String name = names.place() + " District";
      Region region = regions.get(cells.get(i).region());
      double malaria = dice.logNormal(1, 0.35);
      double supply = Math.clamp(dice.logNormal(0.85, 0.12), 0.5, 0.98);
      districts.add(new District(i, name, region, area, town, malaria, supply));
    }
    return districts;
  }
}
