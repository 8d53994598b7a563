package org.kituo.data.evaluation;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueReader;

/** Figures in memory, by place and by cell. */
public final class Figures {
  /** A data element and a category option combination, by keys. */
  public record Cell(int dataElement, int categoryOptionCombo) {}

  private final Map<Place, Map<Cell, String>> byPlace = new HashMap<>();

  /** The figures of a query that have a value. */
  public static Figures load(DataValueReader reader, DataValueQuery query) throws SQLException {
    Figures figures = new Figures();
    reader.read(
        query,
        value -> {
          if (value.value() != null) {
            Place place =
                new Place(
                    value.key().orgUnit(),
                    value.key().period(),
                    value.key().attributeOptionCombo());
            figures.add(
                place,
                new Cell(value.key().dataElement(), value.key().categoryOptionCombo()),
                value.value());
          }
        });
    return figures;
  }

  /** Adds a figure. */
  public void add(Place place, Cell cell, String value) {
    byPlace.computeIfAbsent(place, p -> new HashMap<>()).put(cell, value);
  }

  /** The places that have a figure. */
  public Set<Place> places() {
    return byPlace.keySet();
  }

  /** The figures of a place. */
  public Map<Cell, String> at(Place place) {
    return byPlace.getOrDefault(place, Map.of());
  }
}
