package org.kituo.server.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.query.StoredQuestion;
import org.kituo.model.metadata.GeoMap;
import org.kituo.model.metadata.LegendSet;
import org.kituo.model.metadata.MapView;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.constant.ThematicMapType;
import org.kituo.server.orgunit.UnitSelection;
import org.kituo.server.picture.MapDrawing.Key;
import org.kituo.server.picture.MapDrawing.Layer;
import org.kituo.server.picture.MapDrawing.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The layers of a map that show units: with colours by figures, as points or as outlines. Layers
 * that need pictures or cases of others (satellites, external servers, events) are left out.
 */
final class MapLayers {
  private static final Color NO_DATA = new Color(0xcccccc);
  private static final Color CLEAR = new Color(0, 0, 0, 0);
  private static final double POINT = 5;

  /** The number that DHIS2 knows classes with equally many places by. */
  private static final int EQUAL_COUNTS = 3;

  private final StoredPictures pictures;

  MapLayers(StoredPictures pictures) {
    this.pictures = pictures;
  }

  /** A map with its title. */
  Drawing of(GeoMap map) {
    List<Layer> layers =
        map.mapViews().stream()
            .flatMap(ref -> pictures.view().snapshot().find(MapView.class, ref.id()).stream())
            .filter(layer -> !layer.hidden())
            .flatMap(this::layer)
            .toList();
    String title = map.title() == null ? map.displayName(pictures.view()) : map.title();
    return StoredPictures.titled(title == null ? "" : title, "", new MapDrawing(layers));
  }

  private Stream<Layer> layer(MapView stored) {
    String kind = String.valueOf(stored.layer());
    if (kind.startsWith("thematic")) {
      return Stream.of(thematic(stored));
    }
    return switch (kind) {
      case "orgUnit", "boundary", "facility" -> Stream.of(plain(stored));
      default -> Stream.of();
    };
  }

  /** Areas as outlines, points as dots. */
  private Layer plain(MapView stored) {
    List<Place> places = new ArrayList<>();
    for (OrganisationUnit unit :
        UnitSelection.of(
            StoredQuestion.units(stored), pictures.view().snapshot(), pictures.actor())) {
      add(places, unit.geometry(), isPoint(unit.geometry()) ? Look.series(0) : CLEAR, POINT);
    }
    return new Layer("", places, List.of(), 1);
  }

  static boolean isPoint(@Nullable JsonNode geometry) {
    return geometry != null && geometry.path("type").asString("").equals("Point");
  }

  private static void add(
      List<Place> places, @Nullable JsonNode geometry, Color fill, double radius) {
    if (geometry != null) {
      places.add(new Place(geometry, fill, radius));
    }
  }

  private Layer thematic(MapView stored) {
    Grid grid = pictures.grid(stored, pictures.day());
    Figures figures = Figures.of(grid);
    Map<String, Double> values = new HashMap<>();
    for (int place = 0; place < figures.places().size(); place++) {
      double value = figures.values().length == 0 ? Double.NaN : figures.values()[0][place];
      if (!Double.isNaN(value)) {
        values.put(figures.ids().get(place), value);
      }
    }
    Classes classes = classes(stored, values.values().stream().sorted().toList());
    boolean bubbles = stored.thematicMapType() == ThematicMapType.BUBBLE;
    List<Place> places = new ArrayList<>();
    for (String id : figures.ids()) {
      double value = values.getOrDefault(id, Double.NaN);
      pictures
          .view()
          .snapshot()
          .find(OrganisationUnit.class, id)
          .ifPresent(unit ->
              add(
                  places,
                  bubbles ? middle(unit.geometry()) : unit.geometry(),
                  Double.isNaN(value)
                      ? Look.color(stored.noDataColor(), bubbles ? CLEAR : NO_DATA)
                      : classes.color(value),
                  bubbles ? radius(stored, value, classes) : POINT));
    }
    String title =
        String.join(", ", figures.series()) + (grid.title().isEmpty() ? "" : ", " + grid.title());
    return new Layer(
        title, places, classes.keys(), Optional.ofNullable(stored.opacity()).orElse(0.9));
  }

  private static double radius(MapView stored, double value, Classes classes) {
    double low = Optional.ofNullable(stored.radiusLow()).orElse(5);
    double high = Optional.ofNullable(stored.radiusHigh()).orElse(30);
    double share = (value - classes.least()) / Math.max(1e-9, classes.most() - classes.least());
    return Double.isNaN(value) ? 0 : low + share * (high - low);
  }

  /** A point in the middle of what a geometry spans. */
  private static @Nullable JsonNode middle(@Nullable JsonNode geometry) {
    if (geometry == null || isPoint(geometry)) {
      return geometry;
    }
    double[] box = {180, 90, -180, -90};
    corners(geometry.path("coordinates"), box);
    ObjectNode point = JsonNodeFactory.instance.objectNode();
    point.put("type", "Point");
    point.putArray("coordinates").add((box[0] + box[2]) / 2).add((box[1] + box[3]) / 2);
    return point;
  }

  private static void corners(JsonNode coordinates, double[] box) {
    if (coordinates.path(0).isNumber()) {
      for (int i = 0; i < 2; i++) {
        box[i] = Math.min(box[i], coordinates.path(i).asDouble());
        box[i + 2] = Math.max(box[i + 2], coordinates.path(i).asDouble());
      }
    } else {
      coordinates.forEach(part -> corners(part, box));
    }
  }

  /** Ranges of values with colours, from low to high: the end belongs to the next range. */
  private record Classes(double[] starts, double most, List<Key> keys) {
    Color color(double value) {
      int found = Arrays.binarySearch(starts, value);
      int index = found >= 0 ? found : -found - 2;
      return index < 0 || value > most ? NO_DATA : keys.get(index).color();
    }

    double least() {
      return starts.length == 0 ? 0 : starts[0];
    }
  }

  private Classes classes(MapView stored, List<Double> sorted) {
    Optional<LegendSet> set =
        Optional.ofNullable(stored.legendSet())
            .flatMap(ref -> pictures.view().snapshot().find(LegendSet.class, ref.id()));
    if (set.isPresent()) {
      var legends = Legends.sorted(set.get());
      return new Classes(
          legends.stream().mapToDouble(Legends::start).toArray(),
          legends.stream().mapToDouble(Legends::end).max().orElse(0),
          legends.stream()
              .map(l ->
                  new Key(
                      Legends.color(l),
                      "%s (%s – %s)"
                          .formatted(
                              l.label(), Look.brief(Legends.start(l)), Look.brief(Legends.end(l)))))
              .toList());
    }
    return sorted.isEmpty() ? new Classes(new double[0], 0, List.of()) : automatic(stored, sorted);
  }

  private static Classes automatic(MapView stored, List<Double> sorted) {
    double low = sorted.getFirst();
    double high = sorted.getLast();
    List<Color> colors =
        Arrays.stream(Optional.ofNullable(stored.colorScale()).orElse(Look.SCALE).split(","))
            .filter(text -> text.startsWith("#"))
            .map(text -> Look.color(text, NO_DATA))
            .toList();
    List<Color> scale = colors.isEmpty() ? List.of(Look.color("#fe9929", NO_DATA)) : colors;
    int count = low == high ? 1 : scale.size();
    boolean counts = stored.method() != null && stored.method() == EQUAL_COUNTS;
    double[] starts =
        IntStream.range(0, count)
            .mapToDouble(i ->
                counts ? sorted.get(i * sorted.size() / count) : low + i * (high - low) / count)
            .toArray();
    List<Key> keys =
        IntStream.range(0, count)
            .mapToObj(i ->
                new Key(
                    scale.get(i),
                    Look.brief(starts[i])
                        + " – "
                        + Look.brief(i + 1 < count ? starts[i + 1] : high)))
            .toList();
    return new Classes(starts, high, keys);
  }
}
