package org.kituo.data.datavalue;

import java.util.Arrays;

/**
 * The distinct texts of one column, numbered from 0 in the order of their first occurrence. A
 * column of a hundred thousand identifiers has but a few hundred distinct ones: each is made a
 * string, resolved and checked once. Texts are looked up by their characters where the parser has
 * them, so that a known text costs no object. Open addressing, linear probing, at most half full.
 */
final class Dictionary {
  private String[] texts = new String[64];
  private int[] slots = new int[128]; // number of the text plus 1; 0 is free
  private int size;

  int size() {
    return size;
  }

  String text(int code) {
    return texts[code];
  }

  /** The number of a text. */
  int code(String text) {
    return code(text.toCharArray(), 0, text.length());
  }

  /** The number of a text given by its characters. */
  int code(char[] chars, int offset, int length) {
    int slot = hash(chars, offset, length) & (slots.length - 1);
    while (slots[slot] != 0) {
      int code = slots[slot] - 1;
      if (isSame(texts[code], chars, offset, length)) {
        return code;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == texts.length) {
      grow();
      return code(chars, offset, length);
    }
    texts[size] = new String(chars, offset, length);
    slots[slot] = size + 1;
    return size++;
  }

  private static int hash(char[] chars, int offset, int length) {
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash ^ (hash >>> 16);
  }

  private static boolean isSame(String text, char[] chars, int offset, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[offset + i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    texts = Arrays.copyOf(texts, texts.length * 2);
    slots = new int[slots.length * 2];
    for (int code = 0; code < size; code++) {
      char[] chars = texts[code].toCharArray();
      int slot = hash(chars, 0, chars.length) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = code + 1;
    }
  }
}
