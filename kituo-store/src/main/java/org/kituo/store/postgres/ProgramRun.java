package org.kituo.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.kituo.store.folder.StartFailure;

/**
 * A program that was run to its end.
 *
 * @param exitCode zero when it succeeded
 * @param output what it printed, errors included
 */
record ProgramRun(int exitCode, String output) {

  /**
   * Runs a program and waits for it. It gets a plain locale, so that its messages can be
   * understood, and the root folder to stand in, as an account that is switched to may not see the
   * current one.
   */
  static ProgramRun of(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(new java.io.File("/"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new ProgramRun(process.waitFor(), output);
    } catch (IOException e) {
      throw new StartFailure("The program " + command.getFirst() + " cannot be run: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while waiting for " + command.getFirst(), e);
    }
  }

  boolean succeeded() {
    return exitCode == 0;
  }
}
