package org.kituo.server.folder;

/** Why a command cannot go on, for the one who called it. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  CommandFailure(String message) {
    super(message);
  }
}
