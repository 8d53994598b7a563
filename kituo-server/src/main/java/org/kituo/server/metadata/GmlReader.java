package org.kituo.server.metadata;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.XmlStreams;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.ObjectWriter;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.http.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the points and boundaries of units from GML 2 or 3, as a bundle of these units.
 *
 * <p>A feature names its unit by an element {@code uid}, {@code code} or {@code name}, in any
 * namespace; the first of these that it has counts, and must fit exactly one unit. Units that are
 * not found are in the bundle as new ones, so that the import, which only updates, reports them.
 * Positions are degrees, longitude first, or latitude first where the name of the reference system
 * is a URN or an address, as OGC has it. Of geometries, rings of polygons and points are taken, in
 * whatever they are wrapped; boxes and lines are passed over. The document is gone through once,
 * without recursion.
 */
final class GmlReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_POSITIONS = 2_000_000;
  private static final List<String> KEYS = List.of("uid", "code", "name");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");

  private final MetadataSnapshot snapshot;
  private final XMLStreamReader xml;
  private final ArrayNode units = NODES.arrayNode();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Map<String, List<OrganisationUnit>> byName;
  private int positions;

  private GmlReader(MetadataSnapshot snapshot, XMLStreamReader xml) {
    this.snapshot = snapshot;
    this.xml = xml;
  }

  /** What has been read of one feature. */
  private static final class Feature {
    final Map<String, String> keys = new HashMap<>();
    final ArrayNode points = NODES.arrayNode();
    final ArrayNode polygons = NODES.arrayNode();
    @Nullable ArrayNode target;
    int dimensions = 2;
    boolean latitudeFirst;

    @Nullable ObjectNode geometry() {
      ObjectNode geometry = NODES.objectNode();
      if (polygons.isEmpty()) {
        return points.size() == 1
            ? geometry.put("type", "Point").set("coordinates", points.get(0))
            : null;
      }
      boolean one = polygons.size() == 1;
      return geometry
          .put("type", one ? "Polygon" : "MultiPolygon")
          .set("coordinates", one ? polygons.get(0) : polygons);
    }
  }

  /**
   * The units of a document, with their new geometries.
   *
   * @throws Problem 409 that says everything that is wrong with the document
   */
  static ObjectNode bundle(InputStream body, MetadataSnapshot snapshot) {
    try {
      GmlReader reader = new GmlReader(snapshot, XmlStreams.reader(body));
      reader.document();
      if (!reader.problems.isEmpty()) {
        throw Problem.conflict(null, String.join("; ", reader.problems));
      }
      ObjectNode bundle = NODES.objectNode();
      bundle.set("organisationUnits", reader.units);
      return bundle;
    } catch (XMLStreamException e) {
      throw Problem.conflict(null, "The body is not GML: " + e.getMessage());
    }
  }

  /**
   * A feature is any child of a {@code featureMember}, {@code featureMembers} or {@code member}.
   */
  private void document() throws XMLStreamException {
    List<String> path = new ArrayList<>();
    Feature feature = null;
    int depth = 0;
    int index = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          String name = xml.getLocalName();
          if (feature != null) {
            if (isRead(feature, name, path.size() == depth + 1, index)) {
              continue; // with its end
            }
          } else if (!path.isEmpty() && path.getLast().matches("featureMembers?|member")) {
            feature = new Feature();
            depth = path.size();
          }
          path.add(name);
        }
        case XMLStreamReader.END_ELEMENT -> {
          String name = path.removeLast();
          if (feature != null && (name.equals("LinearRing") || name.equals("Point"))) {
            feature.target = null;
          }
          if (feature != null && path.size() == depth) {
            end(feature, index++);
            feature = null;
          }
        }
        default -> {} // text between elements, comments
      }
    }
  }

  /** Takes in the beginning of an element of a feature, or all of it: then the answer is true. */
  private boolean isRead(Feature feature, String name, boolean outermost, int index)
      throws XMLStreamException {
    String system = xml.getAttributeValue(null, "srsName");
    if (system != null) {
      feature.latitudeFirst = system.matches("(urn:|https?:).*4326");
    }
    if ("3".equals(xml.getAttributeValue(null, "srsDimension"))) {
      feature.dimensions = 3;
    }
    if (outermost && KEYS.contains(name.toLowerCase(Locale.ROOT))) {
      feature.keys.putIfAbsent(name.toLowerCase(Locale.ROOT), xml.getElementText().strip());
      return true;
    }
    switch (name) {
      case "Point" -> feature.target = feature.points;
      case "Polygon", "PolygonPatch" -> feature.polygons.addArray();
      case "LinearRing" ->
          feature.target =
              feature.polygons.isEmpty()
                  ? null
                  : feature.polygons.get(feature.polygons.size() - 1).asArray().addArray();
      case "coordinates", "pos", "posList" -> {
        String text = xml.getElementText();
        if (feature.target != null) {
          positions(feature, feature.target, text, index);
        }
        return true;
      }
      default -> {} // a wrapper
    }
    return false;
  }

  private void positions(Feature feature, ArrayNode target, String text, int index)
      throws XMLStreamException {
    String stripped = text.strip();
    int dimensions =
        stripped.contains(",")
            ? SEPARATORS.split(stripped.split("\\s", 2)[0]).length
            : feature.dimensions;
    String[] numbers = SEPARATORS.split(stripped);
    positions += numbers.length / 2;
    if (positions > MOST_POSITIONS) {
      throw new XMLStreamException("more than " + MOST_POSITIONS + " positions; simplify them");
    }
    try {
      for (int i = 0; i + 1 < numbers.length; i += Math.max(2, dimensions)) {
        double x = Double.parseDouble(numbers[i + (feature.latitudeFirst ? 1 : 0)]);
        double y = Double.parseDouble(numbers[i + (feature.latitudeFirst ? 0 : 1)]);
        if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
          throw new NumberFormatException("(%s, %s) are not degrees".formatted(x, y));
        }
        target.addArray().add(x).add(y);
      }
    } catch (NumberFormatException e) {
      problems.add("featureMember[%d]: no position: %s".formatted(index, e.getMessage()));
    }
  }

  private void end(Feature feature, int index) {
    ObjectNode geometry = feature.geometry();
    if (feature.keys.isEmpty()) {
      problems.add("featureMember[%d]: it has no uid, code or name".formatted(index));
    } else if (geometry == null) {
      problems.add("featureMember[%d]: it has no polygon and no single point".formatted(index));
    } else {
      units.add(unit(feature.keys).set("geometry", geometry));
    }
  }

  private ObjectNode unit(Map<String, String> keys) {
    String uid = keys.get("uid");
    String code = keys.get("code");
    String name = keys.get("name");
    if (uid == null && code != null) {
      uid = snapshot.uniqueOwner(OrganisationUnit.class, "code", code);
      name = code;
    } else if (uid == null && name != null) {
      List<OrganisationUnit> named = named(name);
      uid = named.size() == 1 ? named.getFirst().uid() : null;
      name = named.size() > 1 ? name + " (of several units)" : name;
    }
    OrganisationUnit unit = uid == null ? null : snapshot.get(OrganisationUnit.class, uid);
    if (unit != null) {
      return (ObjectNode) ObjectWriter.tree(unit);
    }
    ObjectNode unknown = NODES.objectNode().put("name", name);
    return uid == null ? unknown : unknown.put("id", uid);
  }

  private List<OrganisationUnit> named(String name) {
    if (byName == null) {
      byName = new HashMap<>();
      for (OrganisationUnit unit : snapshot.all(OrganisationUnit.class)) {
        byName.computeIfAbsent(String.valueOf(unit.name()), n -> new ArrayList<>(1)).add(unit);
      }
    }
    return byName.getOrDefault(name, List.of());
  }
}
