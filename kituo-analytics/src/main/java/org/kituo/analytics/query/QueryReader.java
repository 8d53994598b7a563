package org.kituo.analytics.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kituo.analytics.orgunit.UnitTree;
import org.kituo.analytics.query.AnalyticsRequest.DimensionText;
import org.kituo.analytics.time.TimeColumn;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.snapshot.MetadataSnapshot;

/** Understands a question: finds the objects and periods that its texts mean to a user. */
public final class QueryReader {
  private final AnalyticsRequest request;
  private final Lookup lookup;
  private final PeriodReader periods;
  private final UnitReader units;
  private final DataItemReader data;
  private final ObjectReader objects;
  private final UnitTree tree;
  private final AnalyticsSettings settings;
  private final List<Keyword> keywords = new ArrayList<>();

  private QueryReader(
      AnalyticsRequest request,
      Actor actor,
      MetadataSnapshot snapshot,
      UnitTree tree,
      AnalyticsSettings settings) {
    this.request = request;
    this.lookup = new Lookup(snapshot, actor, request.scope().scheme());
    this.periods = new PeriodReader(request.scope(), snapshot.calendar(), settings);
    this.units = new UnitReader(lookup, tree, request.scope());
    this.data = new DataItemReader(lookup);
    this.objects = new ObjectReader(lookup);
    this.tree = tree;
    this.settings = settings;
  }

  /**
   * Reads a question.
   *
   * @throws AnalyticsException if it cannot be answered as it is asked
   */
  public static AnalyticsQuery read(
      AnalyticsRequest request,
      Actor actor,
      MetadataSnapshot snapshot,
      UnitTree tree,
      AnalyticsSettings settings) {
    return new QueryReader(request, actor, snapshot, tree, settings).read();
  }

  private AnalyticsQuery read() {
    List<DataElement> elements = new ArrayList<>();
    List<Dimension> dimensions = new ArrayList<>();
    List<Dimension> filters = new ArrayList<>();
    // data first: which option combos there are depends on it
    dataFirst(request.dimensions()).forEach(text -> add(text, dimensions, elements));
    dataFirst(request.filters()).forEach(text -> add(text, filters, elements));
    if (noUnits(dimensions, filters)) {
      units.implied().ifPresent(filters::add);
    }
    filters.addAll(objects.constraints());
    AnalyticsQuery query =
        new AnalyticsQuery(
            request,
            lookup.snapshot(),
            lookup.actor(),
            List.copyOf(dimensions),
            List.copyOf(filters),
            request.dates().flatMap(QueryReader::dates),
            ApprovalLimit.of(request.scope().approvalLevel(), lookup, tree, settings),
            List.copyOf(keywords),
            units.visible());
    QueryCheck.check(query);
    return query;
  }

  private static boolean noUnits(List<Dimension> dimensions, List<Dimension> filters) {
    return dimensions.stream().noneMatch(d -> d.id().equals(Dimension.UNIT))
        && filters.stream().noneMatch(d -> d.id().equals(Dimension.UNIT));
  }

  private void add(DimensionText text, List<Dimension> dimensions, List<DataElement> elements) {
    Dimension dimension = dimension(text, elements);
    dimensions.add(dimension);
    for (Entry entry : dimension.entries()) {
      switch (entry) {
        case DataItem.OfElement item -> elements.add(item.element());
        case DataItem.Operand operand -> elements.add(operand.element());
        default -> {}
      }
    }
  }

  private Dimension dimension(DimensionText text, List<DataElement> elements) {
    return switch (text.id()) {
      case Dimension.DATA -> data.read(text.items(), keywords);
      case Dimension.PERIOD -> periods.read(text.items(), keywords);
      case Dimension.UNIT -> units.read(text.items(), keywords);
      case Dimension.COMBO -> objects.combos(text.items(), elements);
      case Dimension.ATTRIBUTE_COMBO -> objects.attributeCombos(text.items(), elements);
      case Dimension.UNIT_GROUP -> objects.unitGroups(text.items());
      default -> objects.other(text.id(), text.items());
    };
  }

  /** Data come first, then option combos, then all others as asked. */
  private static List<DimensionText> dataFirst(List<DimensionText> texts) {
    List<DimensionText> sorted = new ArrayList<>(texts);
    sorted.sort(
        Comparator.comparingInt(text ->
            switch (text.id()) {
              case Dimension.DATA -> 0;
              case Dimension.COMBO -> 1;
              case Dimension.ATTRIBUTE_COMBO -> 2;
              default -> 3;
            }));
    return sorted;
  }

  private static Optional<TimeColumn.Dates> dates(AnalyticsRequest.Dates dates) {
    if (dates.start().isEmpty() || dates.end().isEmpty()) {
      return Optional.empty();
    }
    LocalDate start = dates.start().get();
    LocalDate end = dates.end().get();
    if (start.isAfter(end)) {
      throw new AnalyticsException("E7106", "Start date cannot be after end date");
    }
    return Optional.of(new TimeColumn.Dates(start, end));
  }
}
