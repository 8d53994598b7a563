package org.kituo.demo.presentation;

import java.util.List;
import org.kituo.demo.catalogue.UnitPayloads;
import org.kituo.demo.country.Country;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Sharing;
import org.kituo.demo.payload.Uid;
import org.kituo.demo.presentation.Chart.Axis;
import org.kituo.demo.programme.Legend;
import org.locationtech.jts.geom.Envelope;

/**
 * A map of districts coloured by an indicator, with or without the facilities as points.
 *
 * @param indicator code of the indicator
 * @param strategy SINGLE for one picture, TIMELINE for one picture of each period
 */
record MapSheet(
    String code,
    String name,
    String indicator,
    Legend legend,
    String period,
    String strategy,
    boolean withFacilities)
    implements Exhibit {
  private static final int DISTRICTS = 3;
  private static final int FACILITIES = 4;

  @Override
  public String uid() {
    return Uid.of("map", code);
  }

  Entity payload(Country country) {
    Envelope box = new Envelope();
    country.regions().forEach(r -> box.expandToInclude(r.area().getEnvelopeInternal()));
    List<Entity> views = withFacilities ? List.of(areas(), facilities()) : List.of(areas());
    return Entity.of("map", code)
        .with("code", "TR_" + code)
        .with("name", name)
        .with("title", name)
        .with("basemap", "osmLight")
        .with("longitude", box.centre().x)
        .with("latitude", box.centre().y)
        .with("zoom", 6)
        .with("mapViews", views)
        .with("sharing", Sharing.everyoneReads());
  }

  private Entity areas() {
    return view("areas", name)
        .with("layer", "thematic")
        .with("thematicMapType", "CHOROPLETH")
        .with("renderingStrategy", strategy)
        .with("columns", List.of(Axis.data(Uid.of("indicator", indicator)).payload()))
        .with("rows", List.of(Axis.units("USER_ORGUNIT", level(DISTRICTS)).payload()))
        .with("filters", List.of(Axis.periods(period).payload()))
        .with("legendSet", Entity.ref(legend.uid()))
        .with("opacity", 0.9)
        .with("labels", false);
  }

  private Entity facilities() {
    return view("facilities", "Facilities")
        .with("layer", "facility")
        .with("renderingStrategy", "SINGLE")
        .with("organisationUnitGroupSet", Entity.ref(UnitPayloads.typeSetUid()))
        .with("rows", List.of(Axis.units("USER_ORGUNIT", level(FACILITIES)).payload()))
        .with("opacity", 0.9);
  }

  private Entity view(String part, String title) {
    return new Entity().with("id", Uid.of("mapView", code + "_" + part)).with("name", title);
  }

  private static String level(int number) {
    return "LEVEL-" + UnitPayloads.levelUid(number);
  }
}
