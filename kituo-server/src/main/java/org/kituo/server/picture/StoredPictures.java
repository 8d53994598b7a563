package org.kituo.server.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.Analytics;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.query.AnalyticsException;
import org.kituo.analytics.query.AnalyticsRequest.Scope;
import org.kituo.analytics.query.StoredQuestion;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.AnalyticalObject;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.metadata.constant.VisualizationType;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.period.RelativePeriod;
import org.kituo.model.period.RelativePeriodSettings;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.View;

/**
 * Draws stored tables and charts with their titles, for one who asks.
 *
 * @param day the day that relative periods are relative to
 * @param unit the unit to take for the user's; null for the user's own
 */
record StoredPictures(
    Analytics analytics, Actor actor, View view, LocalDate day, @Nullable String unit) {
  private static final String NO_DATA = "No data";
  private static final double TITLE = 26;

  /** A table or chart on pages of a height; all but tables are one page. */
  List<Drawing> pages(Visualization stored, double height) {
    Grid grid = grid(stored, day);
    Legends legends = Legends.of(stored, view);
    List<Drawing> inner =
        stored.type() == VisualizationType.PIVOT_TABLE
                || stored.type() == VisualizationType.OUTLIER_TABLE
            ? tables(stored, grid, legends, height)
            : List.of(chart(stored, grid, legends));
    return inner.stream().map(drawing -> titled(stored, grid.title(), drawing)).toList();
  }

  /** The same on one page, which says why if it cannot be drawn. */
  Drawing drawing(Visualization stored) {
    try {
      return pages(stored, Double.MAX_VALUE).getFirst();
    } catch (AnalyticsException e) {
      return titled(stored, "", words(e.message()));
    }
  }

  Grid grid(AnalyticalObject stored, LocalDate relativeTo) {
    Scope scope =
        new Scope(
            relativeTo,
            unit == null ? List.of() : List.of(unit),
            Optional.empty(),
            IdScheme.BY_UID,
            Optional.empty());
    return analytics.grid(
        analytics.answer(analytics.query(StoredQuestion.of(stored, scope), actor, view)), view);
  }

  private static List<Drawing> tables(
      Visualization stored, Grid grid, Legends legends, double height) {
    int rows = (int) Math.clamp((height - 2 * TITLE) / TableDrawing.ROW - 2, 1, 1_000_000);
    List<Drawing> pages = new ArrayList<>();
    for (int from = 0; from < grid.rows().size(); from += rows) {
      List<List<String>> some =
          grid.rows().subList(from, Math.min(grid.rows().size(), from + rows));
      pages.add(new TableDrawing(stored, grid, legends, some));
    }
    return pages.isEmpty() ? List.of(words(NO_DATA)) : pages;
  }

  private Drawing chart(Visualization stored, Grid grid, Legends legends) {
    Figures figures = Figures.of(grid);
    if (Double.isNaN(figures.first())) {
      return words(NO_DATA);
    }
    VisualizationType type = stored.type() == null ? VisualizationType.COLUMN : stored.type();
    return switch (type) {
      case SINGLE_VALUE -> FigureDrawing.single(stored, figures, legends);
      case GAUGE -> FigureDrawing.gauge(stored, figures, legends);
      case YEAR_OVER_YEAR_LINE, YEAR_OVER_YEAR_COLUMN ->
          ChartDrawing.of(stored, yearOverYear(stored), type, this::name);
      default -> ChartDrawing.of(stored, top(stored, figures), type, this::name);
    };
  }

  private String name(String id) {
    return view.snapshot().findAny(id).map(MetadataObject::label).orElse(id);
  }

  /** The places in the order of their values, and the first of them, if the chart wants that. */
  private static Figures top(Visualization stored, Figures figures) {
    if (stored.sortOrder() == 0 && stored.topLimit() == 0 || figures.series().isEmpty()) {
      return figures;
    }
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, figures.places().size()).boxed().toList());
    if (stored.sortOrder() != 0) {
      order.sort(Comparator.comparingDouble(p -> figures.values()[0][p]));
      if (stored.sortOrder() > 0) {
        Collections.reverse(order);
      }
    }
    return figures.choose(
        stored.topLimit() > 0 && stored.topLimit() < order.size()
            ? order.subList(0, stored.topLimit())
            : order);
  }

  /** A series for each year, in the same months. */
  private Figures yearOverYear(Visualization stored) {
    List<Integer> named =
        stored.yearlySeries().stream().flatMap(this::years).distinct().sorted().toList();
    PeriodCalendar calendar = view.snapshot().calendar();
    int thisYear = calendar.year(day);
    List<Integer> years = named.isEmpty() ? List.of(thisYear - 1, thisYear) : named;
    return Figures.ofYears(
        years.stream()
            .map(year -> Figures.of(grid(stored, calendar.plusYears(day, year - thisYear))))
            .toList(),
        years);
  }

  /** The years that a keyword or the number of a year stands for. */
  private Stream<Integer> years(String text) {
    PeriodCalendar calendar = view.snapshot().calendar();
    List<Period> periods =
        RelativePeriod.ofKeyword(text)
            .map(years -> years.periods(day, calendar, RelativePeriodSettings.DEFAULT))
            .orElseGet(() -> List.of(calendar.parse(text)));
    return periods.stream().map(period -> calendar.year(period.start()));
  }

  private Drawing titled(Visualization stored, String filters, Drawing inner) {
    String title = stored.hideTitle() ? "" : or(stored.title(), stored.displayName(view));
    String below = stored.hideSubtitle() ? "" : or(stored.subtitle(), filters);
    return titled(title, below, inner);
  }

  private static String or(@Nullable String text, @Nullable String otherwise) {
    return text == null || text.isEmpty() ? otherwise == null ? "" : otherwise : text;
  }

  /** A drawing below a title and a line of smaller text. */
  static Drawing titled(String title, String below, Drawing inner) {
    return (on, width, height) -> {
      double y = title.isEmpty() && below.isEmpty() ? 0 : below.isEmpty() ? TITLE : TITLE * 1.7;
      on.setColor(Look.TEXT);
      on.setFont(Look.bold(13.5));
      Look.write(on, title, width / 2, TITLE * 0.75, width - 16, 0.5);
      on.setColor(Look.QUIET);
      on.setFont(Look.font(11));
      Look.write(on, below, width / 2, TITLE * 1.4, width - 16, 0.5);
      Graphics2D rest = (Graphics2D) on.create();
      rest.translate(0, y);
      inner.draw(rest, width, Math.max(1, height - y));
      rest.dispose();
    };
  }

  /** Words in the middle of a picture, in lines. */
  static Drawing words(String text) {
    return (on, width, height) -> {
      on.setColor(Look.QUIET);
      on.setFont(Look.font(12));
      List<String> lines = Look.lines(on, text, width - 24);
      double y = Math.max(18, height / 2 - lines.size() * 8);
      for (String line : lines) {
        Look.write(on, line, width / 2, y, width, 0.5);
        y += 16;
      }
      on.setColor(Color.BLACK);
    };
  }
}
