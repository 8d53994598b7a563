package org.kituo.analytics.query;

import java.util.List;
import org.kituo.model.schema.MetadataObject;

/** A word of the question that stood for items, such as LAST_12_MONTHS, for those who read it. */
public sealed interface Keyword {
  /** The identifier in the answer. */
  String id();

  /** A relative period. */
  record Label(String id, String label) implements Keyword {}

  /** A level, a group, or a unit that was a boundary. */
  record OfObject(MetadataObject object) implements Keyword {
    @Override
    public String id() {
      return object.uid();
    }
  }

  /** The user's units, with what they are. */
  record Units(String id, List<String> units) implements Keyword {}
}
