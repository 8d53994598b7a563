package org.kituo.store.datavalue;

/**
 * One step in the history of a figure.
 *
 * @param kind what happened
 * @param after the figure after it, with who did it and when
 */
public record DataValueVersion(Kind kind, DataValue after) {
  /** What may happen to a figure. */
  public enum Kind {
    /** It was written for the first time. */
    CREATE('C'),
    /** It got another value, perhaps after it had been deleted. */
    UPDATE('U'),
    /** It was deleted. */
    DELETE('D'),
    /** Only its comment or its mark for follow-up changed. */
    NOTE('N');

    private final char code;

    Kind(char code) {
      this.code = code;
    }

    /** The letter that stands for it in the table. */
    char code() {
      return code;
    }

    static Kind of(char code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("No kind of change has the letter " + code);
    }
  }
}
