package org.kituo.demo.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Any seed gives a land that is tiled by its districts, with facilities inside theirs. */
class CountryTest {

  @Property(tries = 25)
  void districtsTileTheRegions(@ForAll long seed, @ForAll @IntRange(min = 4, max = 900) int size) {
    Country country = Country.of(size, 12, seed);
    for (District district : country.districts()) {
      assertThat(district.area().isValid()).as(district.name()).isTrue();
    }
    for (Region region : country.regions()) {
      List<Polygon> parts =
          country.districts().stream()
              .filter(d -> d.region().equals(region))
              .map(District::area)
              .toList();
      double sum = parts.stream().mapToDouble(Geometry::getArea).sum();
      assertThat(region.area().getArea()).isCloseTo(sum, within(1e-6));
      assertThat(region.area()).as("connected").isInstanceOf(Polygon.class);
    }
    List<Geometry> areas = country.regions().stream().map(Region::area).toList();
    double all = areas.stream().mapToDouble(Geometry::getArea).sum();
    Geometry union = UnaryUnionOp.union(areas);
    assertThat(union.getArea()).isCloseTo(all, within(1e-6));
  }

  /** One of its districts has corners so near to each other that rounding folds its border. */
  @Example
  void aDistrictWithAVeryShortBorder() {
    districtsTileTheRegions(3_206_163_047L, 887);
  }

  @Property(tries = 25)
  void facilitiesAreInsideTheirDistricts(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 900) int size) {
    Country country = Country.of(size, 12, seed);
    assertThat(country.facilities()).hasSize(size);
    Set<String> names = new HashSet<>();
    Set<District> withHospital = new HashSet<>();
    for (Facility f : country.facilities()) {
      assertThat(SimplePointInAreaLocator.locate(f.location(), f.district().area()))
          .as(f.name())
          .isEqualTo(Location.INTERIOR);
      assertThat(names.add(f.name())).as(f.name()).isTrue();
      if (f.kind() == Facility.Kind.HOSPITAL) {
        withHospital.add(f.district());
      }
    }
    assertThat(withHospital).hasSameSizeAs(country.districts());
  }
}
