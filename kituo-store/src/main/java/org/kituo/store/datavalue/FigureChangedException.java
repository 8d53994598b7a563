package org.kituo.store.datavalue;

/** A figure was changed by somebody else in the meantime; nothing was written. */
public final class FigureChangedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FigureChangedException() {
    super("A figure was changed in the meantime");
  }
}
