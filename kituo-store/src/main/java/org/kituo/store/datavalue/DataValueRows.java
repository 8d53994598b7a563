package org.kituo.store.datavalue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Figures to be written, column by column: plain arrays, so that a hundred thousand of them cost no
 * object each but their texts.
 */
public final class DataValueRows {
  private static final byte DELETED = 1;
  private static final byte FOLLOW_UP_KNOWN = 2;
  private static final byte FOLLOW_UP = 4;
  private static final int KEY_PARTS = 5;

  private int[] keys;
  private @Nullable String[] values;
  private @Nullable String[] comments;
  private byte[] flags;
  private int size;
  private boolean anyDeleted;

  /**
   * @param capacity how many are expected; it grows by itself
   */
  public DataValueRows(int capacity) {
    keys = new int[capacity * KEY_PARTS];
    values = new String[capacity];
    comments = new String[capacity];
    flags = new byte[capacity];
  }

  /** Adds a figure. No two may have the same key. */
  public void add(
      int dataElement,
      int period,
      int orgUnit,
      int categoryOptionCombo,
      int attributeOptionCombo,
      @Nullable String value,
      @Nullable String comment,
      @Nullable Boolean followUp,
      boolean deleted) {
    if (size == flags.length) {
      grow();
    }
    int k = size * KEY_PARTS;
    keys[k] = orgUnit;
    keys[k + 1] = period;
    keys[k + 2] = dataElement;
    keys[k + 3] = categoryOptionCombo;
    keys[k + 4] = attributeOptionCombo;
    values[size] = value;
    comments[size] = comment;
    int flag = deleted ? DELETED : 0;
    if (followUp != null) {
      flag |= FOLLOW_UP_KNOWN | (followUp ? FOLLOW_UP : 0);
    }
    flags[size] = (byte) flag;
    anyDeleted |= deleted;
    size++;
  }

  private void grow() {
    int capacity = Math.max(16, size * 2);
    keys = Arrays.copyOf(keys, capacity * KEY_PARTS);
    values = Arrays.copyOf(values, capacity);
    comments = Arrays.copyOf(comments, capacity);
    flags = Arrays.copyOf(flags, capacity);
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  boolean anyDeleted() {
    return anyDeleted;
  }

  /** Writes a row in the order of the staging table's columns. */
  void encode(int row, BinaryCopy out) throws java.io.IOException {
    out.row(KEY_PARTS + 4);
    for (int i = 0; i < KEY_PARTS; i++) {
      out.integer(keys[row * KEY_PARTS + i]);
    }
    byte flag = flags[row];
    out.bool((flag & DELETED) != 0);
    out.bool((flag & FOLLOW_UP_KNOWN) == 0 ? null : (flag & FOLLOW_UP) != 0);
    out.text(values[row]);
    out.text(comments[row]);
  }
}
