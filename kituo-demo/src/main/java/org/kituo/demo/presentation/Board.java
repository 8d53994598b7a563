package org.kituo.demo.presentation;

import java.util.ArrayList;
import java.util.List;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Sharing;
import org.kituo.demo.payload.Uid;

/** A dashboard: rows of items that share the width of the grid evenly. */
final class Board {
  private static final int GRID = 60;

  private final String code;
  private final String name;
  private final String description;
  private final List<Entity> items = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();
  private final List<MapSheet> maps = new ArrayList<>();
  private int y;

  Board(String code, String name, String description) {
    this.code = code;
    this.name = name;
    this.description = description;
  }

  /** A heading over the whole width. */
  Board heading(String text) {
    place(item("TEXT").with("text", text), 0, GRID, 3);
    y += 3;
    return this;
  }

  /** Charts and maps side by side, {@code height} grid units high. */
  Board row(int height, Exhibit... sideBySide) {
    int width = GRID / sideBySide.length;
    for (int i = 0; i < sideBySide.length; i++) {
      place(shown(sideBySide[i]), i * width, width, height);
    }
    y += height;
    return this;
  }

  private Entity shown(Exhibit what) {
    return switch (what) {
      case Chart chart -> {
        charts.add(chart);
        yield item("VISUALIZATION").with("visualization", Entity.ref(chart.uid()));
      }
      case MapSheet map -> {
        maps.add(map);
        yield item("MAP").with("map", Entity.ref(map.uid()));
      }
    };
  }

  private Entity item(String type) {
    return new Entity()
        .with("id", Uid.of("dashboardItem", code + "_" + items.size()))
        .with("type", type);
  }

  private void place(Entity item, int x, int width, int height) {
    items.add(item.with("x", x).with("y", y).with("width", width).with("height", height));
  }

  List<Chart> charts() {
    return charts;
  }

  List<MapSheet> maps() {
    return maps;
  }

  Entity payload() {
    return Entity.of("dashboard", code)
        .with("code", "TR_" + code)
        .with("name", name)
        .with("description", description)
        .with("dashboardItems", items)
        .with("sharing", Sharing.everyoneReads());
  }
}
