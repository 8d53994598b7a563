package org.kituo.data.datavalue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.store.datavalue.DataValueQuery.Order;

/**
 * Which figures to export and how, as a client asks.
 *
 * @param periods periods; or none, and a span of days or a time of last update
 * @param from the first day that a period may have; null for any
 * @param to the last day that a period may have; null for any
 * @param children whether the units below are meant too
 * @param level the level of the hierarchy that units must be on; 0 for any
 * @param updatedSince the earliest last update; null for any
 * @param outputSchemes by what the answer names objects, by the parameters of imports
 * @param inputSchemes by what the request names objects, by the same
 * @param unfold whether combinations are written as options by category
 */
public record ExportRequest(
    List<String> dataSets,
    List<String> dataElements,
    List<String> dataElementGroups,
    List<String> periods,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<String> orgUnits,
    List<String> orgUnitGroups,
    boolean children,
    int level,
    List<String> categoryOptionCombos,
    List<String> attributeOptionCombos,
    @Nullable Instant updatedSince,
    boolean includeDeleted,
    List<Order> order,
    int limit,
    int offset,
    Map<String, IdScheme> outputSchemes,
    Map<String, IdScheme> inputSchemes,
    boolean unfold) {

  /** The same with an answer that names objects by their codes where nothing else is said. */
  public ExportRequest byCode() {
    Map<String, IdScheme> schemes = new java.util.HashMap<>(outputSchemes);
    schemes.put("idScheme", new IdScheme(IdScheme.Type.CODE, null));
    return new ExportRequest(
        dataSets,
        dataElements,
        dataElementGroups,
        periods,
        from,
        to,
        orgUnits,
        orgUnitGroups,
        children,
        level,
        categoryOptionCombos,
        attributeOptionCombos,
        updatedSince,
        includeDeleted,
        order,
        limit,
        offset,
        schemes,
        inputSchemes,
        unfold);
  }

  /** By what the answer names a kind of object. */
  public IdScheme output(String parameter) {
    return scheme(outputSchemes, parameter);
  }

  /** By what the request names a kind of object. */
  public IdScheme input(String parameter) {
    return scheme(inputSchemes, parameter);
  }

  private static IdScheme scheme(Map<String, IdScheme> schemes, String parameter) {
    return schemes.getOrDefault(parameter, schemes.getOrDefault("idScheme", IdScheme.BY_UID));
  }

  /** Refuses requests that ask for too little or for what contradicts itself. */
  void validate() throws DataValueException {
    if (dataSets.isEmpty() && dataElements.isEmpty() && dataElementGroups.isEmpty()) {
      throw DataValueException.conflict(
          "E2001", "At least one data element, data set or data element group must be specified");
    }
    validateScope();
  }

  /** The same for the parts that say which periods, units and how many. */
  public void validateScope() throws DataValueException {
    boolean days = from != null && to != null;
    if (periods.isEmpty() && !days && updatedSince == null) {
      throw DataValueException.conflict(
          "E2002",
          "At least one period, start/end dates, last updated or last updated duration must be"
              + " specified");
    }
    if (!periods.isEmpty() && days) {
      throw DataValueException.conflict(
          "E2003", "Both periods and start/end dates cannot be specified");
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw DataValueException.conflict("E2004", "Start date must be before end date");
    }
    if (orgUnits.isEmpty() && orgUnitGroups.isEmpty()) {
      throw DataValueException.conflict(
          "E2006", "At least one organisation unit or organisation unit group must be specified");
    }
    if (children && !orgUnitGroups.isEmpty()) {
      throw DataValueException.conflict(
          "E2007", "Organisation unit children cannot be included for organisation unit groups");
    }
    if (limit < 0) {
      throw DataValueException.conflict("E2009", "Limit cannot be less than zero: `" + limit + "`");
    }
  }
}
