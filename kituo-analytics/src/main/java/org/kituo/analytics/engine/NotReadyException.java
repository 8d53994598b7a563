package org.kituo.analytics.engine;

/** The facts are being read for the first time: there is no answer yet, and no wrong one either. */
public final class NotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says so. */
  public NotReadyException() {
    super("The figures are being prepared for analysis. Try again in a minute.");
  }
}
