package org.kituo.model.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.kituo.model.schema.MetadataObject;

/**
 * An order of objects by a text, then by identifier.
 *
 * @param text what they are sorted by; it must look at the object alone
 * @param order the order of the texts
 */
public record TextOrder(Function<MetadataObject, String> text, Comparator<String> order) {

  /** An object with its text, which may have to be made and is used in many comparisons. */
  private record Texted(String text, MetadataObject object) {}

  /** Some objects, sorted. */
  public List<MetadataObject> sorted(Collection<? extends MetadataObject> objects) {
    List<Texted> texted = new ArrayList<>(objects.size());
    objects.forEach(o -> texted.add(new Texted(text.apply(o), o)));
    texted.sort(Comparator.comparing(Texted::text, order).thenComparing(t -> t.object.uid()));
    return texted.stream().map(Texted::object).toList();
  }
}
