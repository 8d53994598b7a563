package org.kituo.analytics.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.model.metadata.constant.AggregationType;

/**
 * A question to analytics as it is asked.
 *
 * @param dimensions what the answer is broken down by
 * @param filters what is aggregated over
 * @param dates from which day to which, instead of periods
 * @param aggregation how values are aggregated and chosen
 * @param scope whose units, and relative to which day
 * @param presentation what the answer shows
 */
public record AnalyticsRequest(
    List<DimensionText> dimensions,
    List<DimensionText> filters,
    Optional<Dates> dates,
    Aggregation aggregation,
    Scope scope,
    Presentation presentation) {

  /** The texts of the items of a dimension or filter. */
  public Stream<String> items(String dimension) {
    return Stream.concat(dimensions.stream(), filters.stream())
        .filter(text -> text.id().equals(dimension))
        .flatMap(text -> text.items().stream());
  }

  /**
   * A dimension as it is asked for.
   *
   * @param id such as {@code dx}, {@code pe} or the identifier of a category
   * @param items the texts after the colon; none stands for all
   */
  public record DimensionText(String id, List<String> items) {}

  /** Days from and to, of which one may be missing. */
  public record Dates(Optional<LocalDate> start, Optional<LocalDate> end) {}

  /**
   * How values are aggregated and chosen.
   *
   * @param type instead of the data elements' own; empty for their own
   * @param before which single values count
   * @param after which results are shown
   * @param ignoreLimit whether there may be any number of results
   */
  public record Aggregation(
      Optional<AggregationType> type, Criteria before, Criteria after, boolean ignoreLimit) {
    /** Each data element's own, all values. */
    public static final Aggregation PLAIN =
        new Aggregation(Optional.empty(), Criteria.NONE, Criteria.NONE, false);
  }

  /** Which units of a user "the user's units" are. */
  public enum UserUnits {
    DATA_CAPTURE,
    DATA_OUTPUT,
    TEI_SEARCH
  }

  /**
   * What keywords and identifiers stand for.
   *
   * @param relativeTo the day that relative periods are relative to
   * @param userUnits the units to take for the user's; none for the user's own
   * @param userUnitsKind which of the user's own
   * @param scheme how objects are named in the question
   * @param approvalLevel the identifier of the level at which figures must be approved, or above
   */
  public record Scope(
      LocalDate relativeTo,
      List<String> userUnits,
      Optional<UserUnits> userUnitsKind,
      IdScheme scheme,
      Optional<String> approvalLevel) {
    /** That of a user, by identifiers. */
    public static Scope of(LocalDate relativeTo) {
      return new Scope(relativeTo, List.of(), Optional.empty(), IdScheme.BY_UID, Optional.empty());
    }
  }

  /** Which name of objects is shown. */
  public enum DisplayProperty {
    NAME,
    SHORTNAME
  }

  /** In which order results come. */
  public enum Order {
    ASC,
    DESC
  }

  /** What the answer shows. */
  public record Presentation(
      boolean skipMeta,
      boolean skipData,
      boolean skipRounding,
      boolean hierarchyMeta,
      boolean showHierarchy,
      boolean includeNumDen,
      boolean includeMetadataDetails,
      DisplayProperty displayProperty,
      Optional<Order> order,
      OutputSchemes schemes,
      Optional<Layout> layout) {
    /** All data with names. */
    public static final Presentation PLAIN =
        new Presentation(
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            DisplayProperty.NAME,
            Optional.empty(),
            OutputSchemes.BY_UID,
            Optional.empty());
  }

  /**
   * How rows name objects.
   *
   * @param all all objects
   * @param units organisation units; empty for as all
   * @param elements data elements; empty for as data items
   * @param data data items; empty for as all
   */
  public record OutputSchemes(
      IdScheme all,
      Optional<IdScheme> units,
      Optional<IdScheme> elements,
      Optional<IdScheme> data) {
    /** By identifiers. */
    public static final OutputSchemes BY_UID =
        new OutputSchemes(IdScheme.BY_UID, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A table with dimensions across and down.
   *
   * @param columns the identifiers of the dimensions across
   * @param rows the identifiers of the dimensions down
   * @param hideEmptyColumns whether columns without values are left out
   * @param hideEmptyRows whether rows without values are left out
   */
  public record Layout(
      List<String> columns, List<String> rows, boolean hideEmptyColumns, boolean hideEmptyRows) {}
}
