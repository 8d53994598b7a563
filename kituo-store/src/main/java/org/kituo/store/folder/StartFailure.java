package org.kituo.store.folder;

/**
 * The server cannot start, for a reason that its operator can remove. The message is written for
 * the operator: it says what is wrong and what to do, and is shown without a stack trace.
 */
public final class StartFailure extends RuntimeException {

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
