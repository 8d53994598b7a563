package org.kituo.demo.country;

import org.kituo.demo.payload.Uid;
import org.locationtech.jts.geom.Geometry;

/**
 * A region.
 *
 * @param index position among all regions, from 0
 * @param area the union of its districts
 */
public record Region(int index, String name, Geometry area) {
  /** The code of the organisation unit. */
  public String code() {
    return "TR_R" + (index + 1);
  }

  /** The identifier of the organisation unit. */
  public String uid() {
    return Uid.of(Country.UNIT, code());
  }
}
