package org.kituo.server.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.labels.StandardPieSectionLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PiePlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.SpiderWebPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.AreaRenderer;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StackedAreaRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.general.DefaultPieDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.kituo.model.metadata.Visualization;
import org.kituo.model.metadata.constant.VisualizationType;
import tools.jackson.databind.JsonNode;

/** Charts with axes, pies and radars, drawn by JFreeChart. Titles are drawn around them. */
final class ChartDrawing {
  /** From this number of numbers on they are not written beside what shows them. */
  private static final int MANY = 40;

  /** About how many letters fit below a chart, side by side. */
  private static final int LETTERS = 90;

  /** Up to this number of places their names stand side by side, in lines. */
  private static final int FEW = 8;

  private final Visualization stored;
  private final Figures figures;
  private final UnaryOperator<String> names;
  private final String type;

  private ChartDrawing(
      Visualization stored, Figures figures, VisualizationType type, UnaryOperator<String> names) {
    this.stored = stored;
    this.figures = figures;
    this.names = names;
    this.type = type.name();
  }

  /**
   * A chart of some figures.
   *
   * @param type how they are drawn, where single series do not say otherwise
   * @param names the names of objects by their identifiers
   */
  static Drawing of(
      Visualization stored, Figures figures, VisualizationType type, UnaryOperator<String> names) {
    JFreeChart chart = new ChartDrawing(stored, figures, type, names).chart();
    return (on, width, height) -> chart.draw(on, new Rectangle2D.Double(0, 0, width, height));
  }

  private JFreeChart chart() {
    Plot plot =
        switch (type) {
          case "PIE" -> pie();
          case "RADAR" -> radar();
          case "SCATTER", "BUBBLE" -> scatter();
          default -> lines();
        };
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    JFreeChart chart = new JFreeChart(null, Look.bold(13), plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    if (!stored.hideLegend() && !type.equals("SCATTER")) {
      LegendTitle legend = new LegendTitle(plot);
      legend.setPosition(RectangleEdge.BOTTOM);
      legend.setFrame(BlockBorder.NONE);
      legend.setItemFont(Look.font(11));
      legend.setItemPaint(Look.TEXT);
      chart.addSubtitle(legend);
    }
    return chart;
  }

  /** How the values of one or more series are drawn, and along which of the two axes. */
  private record Way(String kind, int axis) {}

  private Plot lines() {
    boolean stacked = type.startsWith("STACKED");
    boolean percent = stacked && stored.percentStackedValues();
    Figures shown =
        percent ? figures.shares() : stored.cumulativeValues() ? figures.cumulated() : figures;
    CategoryPlot plot = new CategoryPlot();
    plot.setOrientation(horizontal() ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setDomainAxis(categories());
    plot.setRangeAxis(numbers(0, percent));
    plot.setRangeGridlinePaint(Look.LINE);
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    Map<Way, List<Integer>> ways = new LinkedHashMap<>();
    for (int s = 0; s < shown.series().size(); s++) {
      ways.computeIfAbsent(way(shown.series().get(s)), w -> new ArrayList<>()).add(s);
    }
    int place = 0;
    for (Map.Entry<Way, List<Integer>> entry : ways.entrySet()) {
      add(plot, place++, entry.getKey(), entry.getValue(), shown, stacked);
    }
    marks().forEach(plot::addRangeMarker);
    return plot;
  }

  private boolean horizontal() {
    return type.endsWith("BAR");
  }

  private void add(
      CategoryPlot plot, int place, Way way, List<Integer> series, Figures shown, boolean stacked) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    CategoryItemRenderer renderer = renderer(way.kind, stacked);
    for (int i = 0; i < series.size(); i++) {
      int s = series.get(i);
      renderer.setSeriesPaint(i, Look.series(s));
      renderer.setSeriesStroke(i, new BasicStroke(2.25f));
      for (int p = 0; p < shown.places().size(); p++) {
        double value = shown.values()[s][p];
        data.addValue(
            Double.isNaN(value) ? null : value, key(shown.series(), s), key(shown.places(), p));
      }
    }
    if (stored.showData() && shown.places().size() * shown.series().size() <= MANY) {
      renderer.setDefaultItemLabelGenerator(
          new StandardCategoryItemLabelGenerator(
              "{2}", Look.numbers(stored.digitGroupSeparator())));
      renderer.setDefaultItemLabelsVisible(true);
      renderer.setDefaultItemLabelFont(Look.font(10));
      for (int i = 0; i < series.size(); i++) {
        renderer.setSeriesItemLabelPaint(
            i, stacked ? Look.on(Look.series(series.get(i))) : Look.TEXT);
      }
    }
    plot.setDataset(place, data);
    plot.setRenderer(place, renderer);
    if (way.axis > 0) {
      plot.setRangeAxis(way.axis, numbers(way.axis, false));
      plot.mapDatasetToRangeAxis(place, way.axis);
    }
  }

  /** A name that no other series or place has: what is called the same is told apart by blanks. */
  private static String key(List<String> names, int index) {
    String name = names.get(index);
    return name
        + "\u200b".repeat((int) names.subList(0, index).stream().filter(name::equals).count());
  }

  private Way way(String name) {
    String kind = type.contains("LINE") ? "LINE" : type.contains("AREA") ? "AREA" : "COLUMN";
    for (JsonNode own : stored.series()) {
      if (name.contains(names.apply(own.path("dimensionItem").asString("")))) {
        return new Way(own.path("type").asString(kind), own.path("axis").asInt(0));
      }
    }
    return new Way(kind, 0);
  }

  private static CategoryItemRenderer renderer(String kind, boolean stacked) {
    return switch (kind) {
      case "LINE" -> new LineAndShapeRenderer();
      case "AREA" -> stacked ? new StackedAreaRenderer() : new AreaRenderer();
      default -> {
        BarRenderer bars = stacked ? new StackedBarRenderer() : new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(0.12);
        bars.setItemMargin(0.05);
        yield bars;
      }
    };
  }

  private CategoryAxis categories() {
    CategoryAxis axis = new CategoryAxis(title("DOMAIN", 0));
    axis.setTickLabelFont(Look.font(11));
    axis.setTickLabelPaint(Look.QUIET);
    axis.setLabelFont(Look.font(11));
    axis.setAxisLinePaint(new Color(0xa0adba));
    axis.setTickMarksVisible(false);
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.02);
    int longest = figures.places().stream().mapToInt(String::length).max().orElse(0);
    if (horizontal()) {
      axis.setMaximumCategoryLabelWidthRatio(0.3f);
      axis.setMaximumCategoryLabelLines(2);
    } else if (longest * figures.places().size() > LETTERS && figures.places().size() > FEW) {
      axis.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
      axis.setMaximumCategoryLabelWidthRatio(0.4f);
    } else {
      axis.setMaximumCategoryLabelLines(3);
    }
    return axis;
  }

  private NumberAxis numbers(int index, boolean percent) {
    NumberAxis axis = new NumberAxis(title("RANGE", index));
    axis.setNumberFormatOverride(new Brief());
    axis.setTickLabelFont(Look.font(11));
    axis.setTickLabelPaint(Look.QUIET);
    axis.setLabelFont(Look.font(11));
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setUpperMargin(0.1);
    if (percent) {
      axis.setRange(0, 100);
    }
    axis(index)
        .ifPresent(own -> {
          if (own.has("minValue")) {
            axis.setLowerBound(own.path("minValue").asDouble(0));
          }
          if (own.has("maxValue")) {
            axis.setUpperBound(own.path("maxValue").asDouble(0));
          }
        });
    return axis;
  }

  private Optional<JsonNode> axis(int index) {
    return axis("RANGE", index);
  }

  private Optional<JsonNode> axis(String kind, int index) {
    return stored.axes().stream()
        .filter(axis -> axis.path("type").asString("").equals(kind))
        .filter(axis -> axis.path("index").asInt(0) == index)
        .findFirst();
  }

  private String title(String kind, int index) {
    return axis(kind, index).map(axis -> axis.at("/title/text").asString("")).orElse("");
  }

  /** Base line and target line. */
  private List<ValueMarker> marks() {
    List<ValueMarker> marks = new ArrayList<>();
    axis(0)
        .ifPresent(axis -> {
          for (String line : List.of("baseLine", "targetLine")) {
            if (axis.path(line).path("value").isNumber()) {
              ValueMarker mark = new ValueMarker(axis.path(line).path("value").asDouble());
              mark.setPaint(Look.TEXT);
              mark.setStroke(
                  new BasicStroke(
                      1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 4}, 0));
              mark.setLabel(axis.path(line).at("/title/text").asString(""));
              mark.setLabelFont(Look.font(11));
              marks.add(mark);
            }
          }
        });
    return marks;
  }

  /** Slices are the series, or the places where there is one series. */
  private Plot pie() {
    Figures along =
        figures.series().size() == 1 && figures.places().size() > 1 ? figures.turned() : figures;
    DefaultPieDataset<String> data = new DefaultPieDataset<>();
    PiePlot<String> plot = new PiePlot<>(data);
    for (int s = 0; s < along.series().size(); s++) {
      double sum = 0;
      for (double value : along.values()[s]) {
        sum += Double.isNaN(value) ? 0 : value;
      }
      data.setValue(key(along.series(), s), sum);
      plot.setSectionPaint(key(along.series(), s), Look.series(s));
    }
    plot.setShadowPaint(null);
    plot.setSectionOutlinesVisible(true);
    plot.setDefaultSectionOutlinePaint(Color.WHITE);
    plot.setDefaultSectionOutlineStroke(new BasicStroke(2));
    plot.setLabelGenerator(new StandardPieSectionLabelGenerator("{0}: {2}", Locale.ROOT));
    plot.setLabelFont(Look.font(11));
    plot.setLabelPaint(Look.TEXT);
    plot.setLabelBackgroundPaint(Color.WHITE);
    plot.setLabelOutlinePaint(null);
    plot.setLabelShadowPaint(null);
    return plot;
  }

  private Plot radar() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    SpiderWebPlot plot = new SpiderWebPlot(data);
    for (int s = 0; s < figures.series().size(); s++) {
      plot.setSeriesPaint(s, Look.series(s));
      for (int p = 0; p < figures.places().size(); p++) {
        double value = figures.values()[s][p];
        data.addValue(
            Double.isNaN(value) ? 0 : value, key(figures.series(), s), key(figures.places(), p));
      }
    }
    plot.setLabelFont(Look.font(11));
    plot.setWebFilled(true);
    return plot;
  }

  /** The first series goes to the right, the second up; each place is a point. */
  private Plot scatter() {
    DefaultXYDataset data = new DefaultXYDataset();
    boolean two = figures.series().size() > 1;
    if (two) {
      data.addSeries("", new double[][] {figures.values()[0], figures.values()[1]});
    }
    XYLineAndShapeRenderer points = new XYLineAndShapeRenderer(false, true);
    points.setSeriesPaint(0, Look.series(0));
    points.setDefaultItemLabelGenerator((set, series, item) -> figures.places().get(item));
    points.setDefaultItemLabelsVisible(figures.places().size() <= MANY);
    points.setDefaultItemLabelFont(Look.font(10));
    NumberAxis across = numbers(1, false);
    NumberAxis up = numbers(0, false);
    across.setLabel(two ? figures.series().getFirst() : "");
    up.setLabel(two ? figures.series().get(1) : "");
    XYPlot plot = new XYPlot(data, across, up, points);
    plot.setRangeGridlinePaint(Look.LINE);
    plot.setDomainGridlinePaint(Look.LINE);
    return plot;
  }

  /** Writes the numbers of axes as briefly as they can be read. */
  private static final class Brief extends NumberFormat {
    private static final long serialVersionUID = 1;

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
      return to.append(Look.brief(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
      return to.append(Look.brief(number));
    }

    @Override
    public Number parse(String text, ParsePosition position) {
      throw new UnsupportedOperationException("Labels of axes are written alone");
    }
  }
}
