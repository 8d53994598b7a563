package org.kituo.server.orgunit;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import java.util.stream.Stream;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.Shapes;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Types;
import org.kituo.server.metadata.Views;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Units by where they are: near a place, or around it ({@code /api/organisationUnitLocations}). */
public final class UnitLocationRoutes {
  private static final double EARTH_RADIUS = 6_371_008.8; // metres, the mean of IUGG
  private static final ObjectType<OrganisationUnit> TYPE = ObjectType.of(OrganisationUnit.class);
  private static final String FIELDS =
      "id,code,name,shortName,openingDate,closedDate,path,level,parent[id],geometry";

  private final Views views;

  /** Routes over views. */
  public UnitLocationRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/organisationUnitLocations/withinRange"), this::near)
        .and(route(GET("/api/organisationUnitLocations/orgUnitByLocation"), this::around))
        .and(
            route(
                GET("/api/organisationUnitLocations/locationWithinOrgUnitBoundary"),
                this::isWithin));
  }

  /** Units with a point at most so many metres away. */
  private ServerResponse near(ServerRequest request) {
    Coordinate place = place(request);
    double distance = number(request, "distance", Double.MAX_VALUE);
    return answer(
        request,
        views.of(request).snapshot().all(OrganisationUnit.class).stream()
            .filter(UnitLocationRoutes::isPoint)
            .filter(u ->
                Shapes.read(u.geometry())
                    .filter(point -> metres(place, point.getCoordinate()) <= distance)
                    .isPresent()));
  }

  /** Areas around a place: those of a level, or the smallest, which have none of the others in. */
  private ServerResponse around(ServerRequest request) {
    MetadataSnapshot snapshot = views.of(request).snapshot();
    Point place = new GeometryFactory().createPoint(place(request));
    int level = Requests.integer(request, "targetLevel", 0);
    String top = Requests.text(request, "topOrgUnit");
    List<OrganisationUnit> areas =
        snapshot.all(OrganisationUnit.class).stream()
            .filter(u -> level == 0 || Hierarchy.level(u, snapshot) == level)
            .filter(u -> top == null || Hierarchy.within(u, top, snapshot))
            .filter(u -> isAround(u, place))
            .toList();
    return answer(
        request,
        areas.stream()
            .filter(u ->
                areas.stream().noneMatch(a -> a != u && Hierarchy.within(a, u.uid(), snapshot))));
  }

  private ServerResponse isWithin(ServerRequest request) {
    MetadataSnapshot snapshot = views.of(request).snapshot();
    String uid = String.valueOf(Requests.text(request, "orgUnitUid"));
    OrganisationUnit unit = (OrganisationUnit) Types.existing(TYPE, uid, snapshot);
    boolean within = isAround(unit, new GeometryFactory().createPoint(place(request)));
    return Answers.json(json -> json.writeBoolean(within));
  }

  private static boolean isAround(OrganisationUnit unit, Point place) {
    return !isPoint(unit)
        && Shapes.read(unit.geometry()).filter(area -> area.covers(place)).isPresent();
  }

  private static boolean isPoint(OrganisationUnit unit) {
    return unit.geometry() != null && unit.geometry().path("type").asString("").equals("Point");
  }

  /** The distance on a sphere as large as the earth, by the haversine formula. */
  private static double metres(Coordinate a, Coordinate b) {
    double south = Math.sin(Math.toRadians(b.y - a.y) / 2);
    double east = Math.sin(Math.toRadians(b.x - a.x) / 2);
    double h =
        south * south + Math.cos(Math.toRadians(a.y)) * Math.cos(Math.toRadians(b.y)) * east * east;
    return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  private static Coordinate place(ServerRequest request) {
    return new Coordinate(number(request, "longitude", 180), number(request, "latitude", 90));
  }

  private static double number(ServerRequest request, String name, double most) {
    String text = Requests.text(request, name);
    try {
      double number = Double.parseDouble(String.valueOf(text));
      if (Math.abs(number) <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // as one that is too large
    }
    throw Problem.badRequest(
        null, "The parameter %s must be a number, not '%s'.".formatted(name, text));
  }

  private ServerResponse answer(ServerRequest request, Stream<OrganisationUnit> units) {
    View view = views.of(request);
    List<String> fields = Requests.texts(request, "fields");
    FieldsPlan plan =
        FieldsPlan.compile(TYPE, fields.isEmpty() ? FIELDS : String.join(",", fields));
    return Answers.json(json -> {
      FieldsWriter writer = new FieldsWriter(json, view);
      json.writeStartArray();
      units.forEach(u -> writer.write(u, plan));
      json.writeEndArray();
    });
  }
}
