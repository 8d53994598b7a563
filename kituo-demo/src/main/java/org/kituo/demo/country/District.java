package org.kituo.demo.country;

import org.kituo.demo.payload.Uid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A district.
 *
 * @param index position among all districts of the country, from 0
 * @param town where its people gather, inside its area
 * @param malaria how much malaria there is, 1 being the country's ordinary level
 * @param supply how well its stores are supplied, 0..1
 */
public record District(
    int index,
    String name,
    Region region,
    Polygon area,
    Coordinate town,
    double malaria,
    double supply) {

  /** The code of the organisation unit. */
  public String code() {
    return "TR_D" + (index + 1);
  }

  /** The identifier of the organisation unit. */
  public String uid() {
    return Uid.of(Country.UNIT, code());
  }
}
