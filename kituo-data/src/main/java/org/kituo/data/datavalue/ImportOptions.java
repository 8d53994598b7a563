package org.kituo.data.datavalue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an import shall be done.
 *
 * @param idSchemes the schemes that were given, by the names of their parameters such as {@code
 *     dataElementIdScheme}; {@code idScheme} is for all that have none of their own
 * @param strategy what to do with the values
 * @param dryRun whether to check only
 * @param atomic whether one bad value refuses all
 * @param force whether to take values out of time, if the user may
 * @param async whether to answer at once and import later
 * @param dataSet the data set of values that name none
 * @param flags older options that change nothing, as given: clients get them back
 */
public record ImportOptions(
    Map<String, IdScheme> idSchemes,
    Strategy strategy,
    boolean dryRun,
    boolean atomic,
    boolean force,
    boolean async,
    @Nullable String dataSet,
    Map<String, Boolean> flags) {

  /** What to do with values. All but the deletions write what they are given. */
  public enum Strategy {
    CREATE,
    UPDATE,
    CREATE_AND_UPDATE,
    DELETE,
    SYNC,
    NEW_AND_UPDATES,
    NEW,
    UPDATES,
    DELETES;

    /** Whether the values are to be deleted. */
    public boolean deletes() {
      return this == DELETE || this == DELETES;
    }

    /** Whether an object is to be written or deleted, by whether it exists. */
    public boolean takes(boolean exists) {
      return switch (this) {
        case CREATE, NEW -> !exists;
        case UPDATE, UPDATES, DELETE, DELETES -> exists;
        case CREATE_AND_UPDATE, NEW_AND_UPDATES, SYNC -> true;
      };
    }
  }

  /** The parameters of the schemes of identifiers. */
  public static final List<String> ID_SCHEMES =
      List.of(
          "idScheme",
          "dataElementIdScheme",
          "orgUnitIdScheme",
          "categoryOptionComboIdScheme",
          "attributeOptionComboIdScheme",
          "dataSetIdScheme",
          "categoryIdScheme",
          "categoryOptionIdScheme");

  /** The older options; all but one are off unless asked for. */
  public static final List<String> FLAGS =
      List.of(
          "skipExistingCheck",
          "sharing",
          "skipNotifications",
          "skipAudit",
          "datasetAllowsPeriods",
          "strictPeriods",
          "strictDataElements",
          "strictCategoryOptionCombos",
          "strictAttributeOptionCombos",
          "strictOrganisationUnits",
          "strictDataSetApproval",
          "strictDataSetLocking",
          "strictDataSetInputPeriods",
          "requireCategoryOptionCombo",
          "requireAttributeOptionCombo",
          "skipPatternValidation",
          "ignoreEmptyCollection",
          "firstRowIsHeader",
          "skipLastUpdated",
          "mergeDataValues",
          "skipCache");

  /** Importing without any option. */
  public static final ImportOptions NONE = plain();

  private static ImportOptions plain() {
    Map<String, Boolean> flags = new LinkedHashMap<>();
    FLAGS.forEach(flag -> flags.put(flag, flag.equals("firstRowIsHeader")));
    return new ImportOptions(
        Map.of(), Strategy.CREATE_AND_UPDATE, false, false, false, false, null, flags);
  }

  /** The same without writing. */
  public ImportOptions asDryRun() {
    return new ImportOptions(idSchemes, strategy, true, atomic, force, async, dataSet, flags);
  }

  /** A parameter has a value that it cannot have. */
  public static final class BadParameterException extends Exception {
    private static final long serialVersionUID = 1;

    BadParameterException(String name, String value, String valid) {
      super("Value '%s' is not valid for parameter %s. %s".formatted(value, name, valid));
    }
  }

  /** These options with those of a query or a body, which win. */
  public ImportOptions with(Map<String, String> parameters) throws BadParameterException {
    Map<String, IdScheme> schemes = new LinkedHashMap<>(idSchemes);
    Map<String, Boolean> nextFlags = new LinkedHashMap<>(flags);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      if (ID_SCHEMES.contains(name)) {
        schemes.put(name, scheme(name, parameter.getValue()));
      } else if (flags.containsKey(name)) {
        nextFlags.put(name, bool(name, parameter.getValue()));
      }
    }
    return new ImportOptions(
        schemes,
        parameters.containsKey("importStrategy")
            ? strategy(parameters.get("importStrategy"))
            : strategy,
        bool(parameters, "dryRun", dryRun),
        bool(parameters, "atomic", atomic),
        bool(parameters, "force", force),
        bool(parameters, "async", async),
        parameters.getOrDefault("dataSet", dataSet),
        nextFlags);
  }

  private static IdScheme scheme(String name, String value) throws BadParameterException {
    return IdScheme.parse(value)
        .orElseThrow(() ->
            new BadParameterException(
                name, value, "Valid values are: [UID, CODE, NAME, ATTRIBUTE:{id}]"));
  }

  private static Strategy strategy(String value) throws BadParameterException {
    for (Strategy known : Strategy.values()) {
      if (known.name().equalsIgnoreCase(value)) {
        return known;
      }
    }
    throw new BadParameterException(
        "importStrategy", value, "Valid values are: " + Arrays.toString(Strategy.values()));
  }

  private static boolean bool(Map<String, String> parameters, String name, boolean otherwise)
      throws BadParameterException {
    String value = parameters.get(name);
    return value == null ? otherwise : bool(name, value);
  }

  private static boolean bool(String name, String value) throws BadParameterException {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadParameterException(name, value, "Valid values are: [true, false]");
    };
  }

  /** The scheme of a kind of object: its own, else the general one, else identifiers. */
  public IdScheme scheme(String parameter) {
    return idSchemes.getOrDefault(parameter, idSchemes.getOrDefault("idScheme", IdScheme.BY_UID));
  }
}
