package org.kituo.data.datavalue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a request gives them: texts, nothing resolved yet. All of them belong to one data set.
 * Identifiers are kept as numbers of a {@link Dictionary} per column, so that a group of a hundred
 * thousand values is a few arrays. Readers fill it: {@link #begin}, the columns, then the next.
 */
public final class EntryGroup {
  /** The columns that hold identifiers. */
  public enum Column {
    DATA_ELEMENT(0),
    PERIOD(1),
    ORG_UNIT(2),
    CATEGORY_OPTION_COMBO(3),
    ATTRIBUTE_OPTION_COMBO(4);

    private final int place;

    Column(int place) {
      this.place = place;
    }
  }

  /** What a reader finds in the place of a combination: options by their categories. */
  static final char OPTIONS_MARK = '{';

  /** The same where options that are not known mean no combination rather than a bad request. */
  static final char LENIENT_OPTIONS_MARK = '[';

  static final int ABSENT = -1;
  private static final int WIDTH = 5;
  private static final byte FOLLOW_UP_KNOWN = 1;
  private static final byte FOLLOW_UP = 2;
  private static final byte DELETED = 4;

  private final Dictionary[] dictionaries = new Dictionary[WIDTH];
  private final @Nullable String[] defaults = new String[WIDTH];
  private final Map<String, String> options = new LinkedHashMap<>();
  private @Nullable String dataSet;
  private @Nullable String completeDate;
  private @Nullable Deletion deletion;

  private int[] codes = new int[WIDTH * 64];
  private @Nullable String[] values = new String[64];
  private @Nullable String[] comments = new String[64];
  private byte[] marks = new byte[64];
  private int size;

  /**
   * Figures to delete before: all of some units and periods for some elements.
   *
   * @param elements data element, category option combination and attribute option combination
   *     each, the last two null for any
   */
  public record Deletion(
      List<String> orgUnits, List<String> periods, List<List<@Nullable String>> elements) {
    /** An empty one, to be filled by a reader. */
    public Deletion() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /** An empty group. */
  public EntryGroup() {
    Arrays.setAll(dictionaries, i -> new Dictionary());
  }

  /** Begins the next value. */
  public void begin() {
    if (size == marks.length) {
      int capacity = size * 2;
      codes = Arrays.copyOf(codes, capacity * WIDTH);
      values = Arrays.copyOf(values, capacity);
      comments = Arrays.copyOf(comments, capacity);
      marks = Arrays.copyOf(marks, capacity);
    }
    Arrays.fill(codes, size * WIDTH, (size + 1) * WIDTH, ABSENT);
    size++;
  }

  /** Sets an identifier of the value begun last. */
  public void set(Column column, char[] chars, int offset, int length) {
    codes[(size - 1) * WIDTH + column.place] =
        dictionaries[column.place].code(chars, offset, length);
  }

  /** Sets an identifier of the value begun last. */
  public void set(Column column, @Nullable String text) {
    if (text != null) {
      codes[(size - 1) * WIDTH + column.place] = dictionaries[column.place].code(text);
    }
  }

  /** Sets the value itself. */
  public void value(@Nullable String value) {
    values[size - 1] = value;
  }

  /** Sets the comment. */
  public void comment(@Nullable String comment) {
    comments[size - 1] = comment;
  }

  /** Sets the mark for follow-up. */
  public void followUp(boolean followUp) {
    marks[size - 1] |= (byte) (FOLLOW_UP_KNOWN | (followUp ? FOLLOW_UP : 0));
  }

  /** Says that the value is to be deleted. */
  public void deleted() {
    marks[size - 1] |= DELETED;
  }

  /** Sets the identifier of all values that have none in a column. */
  public void setDefault(Column column, @Nullable String text) {
    defaults[column.place] = text;
  }

  /** Whether all values have the identifier of the group in a column unless they say otherwise. */
  boolean hasDefault(Column column) {
    return defaults[column.place] != null;
  }

  /** Sets the data set. */
  public void setDataSet(@Nullable String text) {
    dataSet = text;
  }

  /** Sets the day on which the data set was completed. */
  public void setCompleteDate(@Nullable String text) {
    completeDate = text;
  }

  /** Sets what is to be deleted before. */
  public void setDeletion(Deletion scope) {
    deletion = scope;
  }

  /** Keeps an import option that stands in the body. */
  public void option(String name, String value) {
    options.put(name, value);
  }

  /** The number of values. */
  public int size() {
    return size;
  }

  /** Gives the values that lack an identifier the group's; to be called when all is read. */
  void applyDefaults() {
    for (int column = 0; column < WIDTH; column++) {
      String text = defaults[column];
      if (text == null || size == 0) {
        continue;
      }
      int code = dictionaries[column].code(text);
      for (int i = column; i < size * WIDTH; i += WIDTH) {
        codes[i] = codes[i] == ABSENT ? code : codes[i];
      }
    }
  }

  Dictionary dictionary(Column column) {
    return dictionaries[column.place];
  }

  /** The number of an identifier in its dictionary, or {@link #ABSENT}. */
  int code(int row, Column column) {
    return codes[row * WIDTH + column.place];
  }

  /** An identifier as it was given. */
  @Nullable String text(int row, Column column) {
    int code = code(row, column);
    return code == ABSENT ? null : dictionary(column).text(code);
  }

  @Nullable String value(int row) {
    return values[row];
  }

  @Nullable String comment(int row) {
    return comments[row];
  }

  @Nullable Boolean followUp(int row) {
    return (marks[row] & FOLLOW_UP_KNOWN) == 0 ? null : (marks[row] & FOLLOW_UP) != 0;
  }

  boolean isDeleted(int row) {
    return (marks[row] & DELETED) != 0;
  }

  /** Replaces a value by its normal form. */
  void normalise(int row, String value) {
    values[row] = value;
  }

  @Nullable String dataSet() {
    return dataSet;
  }

  @Nullable String completeDate() {
    return completeDate;
  }

  @Nullable Deletion deletion() {
    return deletion;
  }

  Map<String, String> options() {
    return options;
  }
}
