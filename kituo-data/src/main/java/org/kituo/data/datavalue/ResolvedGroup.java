package org.kituo.data.datavalue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.EntryGroup.Column;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.period.PeriodCalendar;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * A group whose identifiers have been looked up: once per distinct text, whatever the number of
 * values. What a well-formed identifier does not find stays null, since the checks of the group say
 * better what is wrong; everything else that cannot be understood is a problem here.
 */
final class ResolvedGroup {
  final EntryGroup group;
  final List<EntryProblem> problems = new ArrayList<>();
  final List<String> badPeriods = new ArrayList<>();
  final @Nullable DataElement[] elements;
  final @Nullable Period[] periods;
  final @Nullable OrganisationUnit[] units;

  /** By code; the last is that of values that name none. */
  final @Nullable CategoryOptionCombo[] categoryCombos;

  final @Nullable CategoryOptionCombo[] attributeCombos;
  final @Nullable DataSet dataSet;

  private final Identifiers identifiers;
  private final ImportOptions options;

  /**
   * Looks everything up.
   *
   * @param absentMeansDefault whether values without a combination have the default one; otherwise
   *     they have none, which stands for any
   */
  ResolvedGroup(
      EntryGroup group,
      ImportOptions options,
      MetadataSnapshot snapshot,
      boolean absentMeansDefault) {
    this.group = group;
    this.options = options;
    this.identifiers = new Identifiers(snapshot);
    requireKeys();
    periods = new Period[group.dictionary(Column.PERIOD).size()];
    Arrays.setAll(periods, code -> period(code, snapshot.calendar()));
    elements =
        objects(
            DataElement.class,
            Column.DATA_ELEMENT,
            "dataElementIdScheme",
            new Codes("data element", "E8104", "data element UID not valid", "E8103"));
    units =
        objects(
            OrganisationUnit.class,
            Column.ORG_UNIT,
            "orgUnitIdScheme",
            new Codes("org unit", "E8106", "org unit UID not valid", "E8107"));
    CategoryOptionCombo absent =
        absentMeansDefault
            ? snapshot.get(CategoryOptionCombo.class, DefaultObjects.CATEGORY_OPTION_COMBO)
            : null;
    categoryCombos =
        combos(
            Column.CATEGORY_OPTION_COMBO,
            "categoryOptionComboIdScheme",
            new Codes(
                "category option combo",
                "E8109",
                "category option combo UID is not valid",
                "E8108"),
            absent);
    attributeCombos =
        combos(
            Column.ATTRIBUTE_OPTION_COMBO,
            "attributeOptionComboIdScheme",
            new Codes(
                "attribute option combo",
                "E8111",
                "attribute option combo UID is not valid",
                "E8110"),
            absent);
    dataSet = dataSet();
    checkCompleteDate();
  }

  /** How the problems of a column are called. */
  private record Codes(String noun, String malformed, String malformedText, String notFound) {}

  private void requireKeys() {
    for (int row = 0; row < group.size(); row++) {
      require(row, Column.PERIOD, "E8100", "period");
      require(row, Column.DATA_ELEMENT, "E8102", "data element");
      require(row, Column.ORG_UNIT, "E8105", "org unit");
    }
  }

  private void require(int row, Column column, String code, String noun) {
    if (group.code(row, column) == EntryGroup.ABSENT) {
      problems.add(
          EntryProblem.decoding(
              code, "Value #%s " + noun + " not defined in group or value: `%s`", row, input(row)));
    }
  }

  private String input(int row) {
    return "Input[dataElement=%s, orgUnit=%s, categoryOptionCombo=%s, attributeOptionCombo=%s, period=%s, value=%s]"
        .formatted(
            group.text(row, Column.DATA_ELEMENT),
            group.text(row, Column.ORG_UNIT),
            group.text(row, Column.CATEGORY_OPTION_COMBO),
            group.text(row, Column.ATTRIBUTE_OPTION_COMBO),
            group.text(row, Column.PERIOD),
            group.value(row));
  }

  private @Nullable Period period(int code, PeriodCalendar calendar) {
    try {
      return calendar.parse(group.dictionary(Column.PERIOD).text(code));
    } catch (InvalidPeriodException e) {
      badPeriods.add(e.getMessage());
      return null;
    }
  }

  private <T extends MetadataObject> @Nullable T[] objects(
      Class<T> type, Column column, String schemeParameter, Codes codes) {
    IdScheme scheme = options.scheme(schemeParameter);
    Dictionary dictionary = group.dictionary(column);
    @SuppressWarnings("unchecked")
    @Nullable T[] found = (T[]) java.lang.reflect.Array.newInstance(type, dictionary.size());
    for (int code = 0; code < found.length; code++) {
      found[code] =
          resolve(column, code, scheme, codes, text -> identifiers.find(type, scheme, text));
    }
    return found;
  }

  private @Nullable CategoryOptionCombo[] combos(
      Column column, String schemeParameter, Codes codes, @Nullable CategoryOptionCombo absent) {
    IdScheme scheme = options.scheme(schemeParameter);
    int size = group.dictionary(column).size();
    @Nullable CategoryOptionCombo[] found = new CategoryOptionCombo[size + 1];
    for (int code = 0; code < size; code++) {
      found[code] = resolve(column, code, scheme, codes, text -> combo(text, scheme));
    }
    found[size] = absent;
    return found;
  }

  private @Nullable CategoryOptionCombo combo(String text, IdScheme scheme) {
    return isOptions(text)
        ? identifiers.comboOf(text, options.scheme("categoryOptionIdScheme"))
        : identifiers.find(CategoryOptionCombo.class, scheme, text);
  }

  private static boolean isOptions(String text) {
    return !text.isEmpty() && (text.charAt(0) == EntryGroup.OPTIONS_MARK || isLenient(text));
  }

  private static boolean isLenient(String text) {
    return !text.isEmpty() && text.charAt(0) == EntryGroup.LENIENT_OPTIONS_MARK;
  }

  private <T> @Nullable T resolve(
      Column column, int code, IdScheme scheme, Codes codes, Function<String, @Nullable T> lookUp) {
    String text = group.dictionary(column).text(code);
    T found = lookUp.apply(text);
    if (found == null) {
      boolean byUid = scheme.equals(IdScheme.BY_UID) && !isOptions(text);
      if (byUid && !Uid.isUid(text)) {
        problems.add(
            EntryProblem.decoding(
                codes.malformed,
                "Value #%s " + codes.malformedText + ": `%s`",
                firstRow(column, code),
                text));
      } else if (!byUid && !isLenient(text)) {
        problems.add(
            EntryProblem.decoding(
                codes.notFound,
                "Value #%s " + codes.noun + " not found: `%s`",
                firstRow(column, code),
                text.replace('\u0000', ' ')));
      }
    }
    return found;
  }

  private int firstRow(Column column, int code) {
    int row = 0;
    while (row < group.size() - 1 && group.code(row, column) != code) {
      row++;
    }
    return row;
  }

  private @Nullable DataSet dataSet() {
    String text = group.dataSet();
    if (text == null) {
      return null;
    }
    IdScheme scheme = options.scheme("dataSetIdScheme");
    DataSet found = identifiers.find(DataSet.class, scheme, text);
    if (found == null && scheme.equals(IdScheme.BY_UID) && !Uid.isUid(text)) {
      problems.add(EntryProblem.decoding("E8004", "Data set UID not valid: `%s`", text));
    } else if (found == null && !scheme.equals(IdScheme.BY_UID)) {
      problems.add(EntryProblem.decoding("E8005", "Data set not found: `%s`", text));
    }
    return found;
  }

  private void checkCompleteDate() {
    String text = group.completeDate();
    if (text != null && Dates.parse(text) == null) {
      problems.add(
          EntryProblem.decoding(
              "E8008", "Data set `completeDate` is not a valid date string: `%s`", text));
    }
  }

  @Nullable DataElement element(int row) {
    return elements[group.code(row, Column.DATA_ELEMENT)];
  }

  @Nullable Period period(int row, Column column) {
    return periods[group.code(row, column)];
  }

  @Nullable CategoryOptionCombo combo(int row, Column column) {
    @Nullable CategoryOptionCombo[] combos =
        column == Column.CATEGORY_OPTION_COMBO ? categoryCombos : attributeCombos;
    return combos[comboCode(row, column)];
  }

  /** The number of a combination, with a number of its own for none. */
  int comboCode(int row, Column column) {
    int code = group.code(row, column);
    return code == EntryGroup.ABSENT ? group.dictionary(column).size() : code;
  }

  /** What a combination is called; the default one where none was given. */
  String comboText(Column column, int code) {
    return code == group.dictionary(column).size()
        ? DefaultObjects.CATEGORY_OPTION_COMBO
        : group.dictionary(column).text(code).replace('\u0000', ' ');
  }
}
