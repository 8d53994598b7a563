package org.kituo.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kituo.store.folder.DataFolder;
import org.kituo.store.folder.StartFailure;

/**
 * A note in the data folder that the demo country is still to be loaded. Who loads it, a program of
 * its own through the API, removes the note at the end, so an interrupted load is repeated at the
 * next start.
 */
final class DemoRequest {
  private static final String NOTE = "demo.pending";

  private DemoRequest() {}

  /**
   * Leaves the note where a new database is to get the demo country; removes it where none is
   * wanted.
   *
   * @param isNew whether the database was created by this start
   * @param empty whether the operator wants no demo country
   */
  static void update(DataFolder folder, boolean isNew, boolean empty) {
    Path note = folder.resolve(NOTE);
    try {
      if (empty) {
        Files.deleteIfExists(note);
      } else if (isNew) {
        Files.writeString(note, "", UTF_8);
      }
    } catch (IOException e) {
      throw new StartFailure("The file " + note + " cannot be changed: " + e, e);
    }
  }
}
