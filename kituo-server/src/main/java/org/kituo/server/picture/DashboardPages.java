package org.kituo.server.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.metadata.Dashboard;
import org.kituo.model.metadata.DashboardItem;
import org.kituo.model.metadata.GeoMap;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;

/**
 * A dashboard on pages of paper. Tiles keep their place and size across; a tile that would be cut
 * by the end of a page begins the next one.
 */
final class DashboardPages {
  /** A4, lying, in points of 1/72 inch. */
  static final int WIDTH = 842;

  static final int HEIGHT = 595;
  private static final double COLUMNS = 60;
  private static final double MARGIN = 24;
  private static final double HEADING = 30;
  private static final double GAP = 6;
  private static final double UNIT = (WIDTH - 2 * MARGIN) / COLUMNS;
  private static final double ROOM = HEIGHT - 2 * MARGIN - HEADING;

  /** Tiles are a little flatter than on screens, so that two usual ones fit above each other. */
  private static final double ROW = 0.85 * UNIT;

  /** Points for a pixel of a screen, which letters are made for. */
  private static final double SCALE = 0.68;

  /** What DHIS2 writes into tiles that only keep a place free. */
  private static final String SPACER = "SPACER_ITEM_FOR_DASHBOARD_LAYOUT_CONVENIENCE";

  private final StoredPictures pictures;

  DashboardPages(StoredPictures pictures) {
    this.pictures = pictures;
  }

  /** A tile at its place of a page. */
  private record Tile(double x, double y, double width, double height, Drawing drawing) {
    void draw(Graphics2D on) {
      Graphics2D part = (Graphics2D) on.create();
      part.translate(x, y);
      part.setColor(Look.LINE);
      part.setStroke(new BasicStroke(1));
      part.draw(new Rectangle2D.Double(0, 0, width - GAP, height - GAP));
      part.clip(new Rectangle2D.Double(0, 0, width - GAP, height - GAP));
      part.translate(GAP / 2, GAP / 2);
      part.scale(SCALE, SCALE);
      drawing.draw(part, (width - 2 * GAP) / SCALE, (height - 2 * GAP) / SCALE);
      part.dispose();
    }
  }

  /** The pages; at least one. */
  List<Drawing> of(Dashboard dashboard) {
    List<List<Tile>> pages = new ArrayList<>(List.of(new ArrayList<>()));
    double top = 0;
    List<DashboardItem> items =
        dashboard.dashboardItems().stream()
            .filter(item -> !SPACER.equals(item.text()))
            .sorted(
                Comparator.comparingInt(DashboardPages::y)
                    .thenComparingInt(item -> number(item.x(), 0)))
            .toList();
    for (DashboardItem item : items) {
      double y = y(item) * ROW;
      double height = Math.min(number(item.height(), 20) * ROW, ROOM);
      if (y - top + height > ROOM + 1e-6) {
        pages.add(new ArrayList<>());
        top = y;
      }
      pages
          .getLast()
          .add(
              new Tile(
                  MARGIN + number(item.x(), 0) * UNIT,
                  MARGIN + HEADING + Math.max(0, y - top),
                  number(item.width(), 60) * UNIT,
                  height,
                  drawing(item)));
    }
    String name = String.valueOf(dashboard.displayName(pictures.view()));
    List<Drawing> drawings = new ArrayList<>();
    for (List<Tile> tiles : pages) {
      String number = "%d / %d".formatted(drawings.size() + 1, pages.size());
      drawings.add((on, width, height) -> {
        on.setColor(Look.TEXT);
        on.setFont(Look.bold(16));
        Look.write(on, name, MARGIN, MARGIN + 14, width - 3 * MARGIN - 50, 0);
        on.setColor(Look.QUIET);
        on.setFont(Look.font(10));
        Look.write(on, number, width - MARGIN, MARGIN + 14, 60, 1);
        tiles.forEach(tile -> tile.draw(on));
      });
    }
    return drawings;
  }

  private static int y(DashboardItem item) {
    return number(item.y(), 0);
  }

  private static int number(@Nullable Integer given, int otherwise) {
    return given == null ? otherwise : given;
  }

  private Drawing drawing(DashboardItem item) {
    if (item.text() != null) {
      return StoredPictures.words(plain(String.valueOf(item.displayText(pictures.view()))));
    }
    return readable(Visualization.class, item.visualization())
        .map(pictures::drawing)
        .or(() -> readable(GeoMap.class, item.map()).map(new MapLayers(pictures)::of))
        .orElseGet(() -> StoredPictures.words("This tile is shown on screens alone."));
  }

  /** The text of a tile without its marks: lines and stars of headings and links. */
  private static String plain(String text) {
    return text.replaceAll("(?m)^#+\\s*|[*_]{1,2}", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
  }

  private <T extends MetadataObject> Optional<T> readable(Class<T> type, @Nullable Ref<T> ref) {
    return Optional.ofNullable(ref)
        .flatMap(r -> pictures.view().snapshot().find(type, r.id()))
        .filter(object ->
            AccessRules.may(pictures.actor(), Action.READ, object, pictures.view().snapshot()));
  }
}
