package org.kituo.demo.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kituo.demo.figures.Batch;
import org.kituo.demo.payload.Entity;

/** Takes the requests in the order in which they must arrive. */
public interface Destination extends AutoCloseable {

  /**
   * A metadata import of which nothing or everything is done.
   *
   * @param name what it is about
   * @param objects the objects by the plural name of their type
   */
  void metadata(String name, Map<String, ? extends Collection<Entity>> objects);

  /** Changes properties of the user admin by a JSON patch. */
  void patchAdmin(List<Entity> operations);

  /** Data values of one data set. May return before they have arrived. */
  void values(Batch batch);

  /** Waits until all has arrived. */
  @Override
  void close();
}
