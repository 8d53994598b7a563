package org.kituo.demo.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kituo.demo.figures.Batch;
import org.kituo.demo.payload.Entity;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with one JSON file for each request: {@code metadata/} and {@code values/}, numbered in
 * the order in which they are to be sent, and {@code admin-patch.json}.
 */
public final class Folder implements Destination {
  private final JsonMapper json = new JsonMapper();
  private final Path metadata;
  private final Path values;
  private final Path root;
  private int number;

  /** Writes below this folder, which is made if needed. */
  public Folder(Path root) {
    this.root = root;
    this.metadata = root.resolve("metadata");
    this.values = root.resolve("values");
    try {
      Files.createDirectories(metadata);
      Files.createDirectories(values);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + root, e);
    }
  }

  @Override
  public void metadata(String name, Map<String, ? extends Collection<Entity>> objects) {
    number++;
    String file = "%03d-%s.json".formatted(number, name.replace(' ', '-'));
    write(metadata.resolve(file), json.writeValueAsBytes(objects));
  }

  @Override
  public void patchAdmin(List<Entity> operations) {
    write(root.resolve("admin-patch.json"), json.writeValueAsBytes(operations));
  }

  @Override
  public void values(Batch batch) {
    write(values.resolve("%05d.json".formatted(batch.number())), batch.json());
  }

  @Override
  public void close() {}

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
