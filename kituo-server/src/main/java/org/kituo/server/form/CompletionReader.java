package org.kituo.server.form;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.XmlStreams;
import org.kituo.data.form.CompletionEntry;
import org.kituo.server.http.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads completions from JSON and XML. */
final class CompletionReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String ENTRIES = "completeDataSetRegistrations";

  private CompletionReader() {}

  /** The completions of a body, as JSON that may be kept. */
  static JsonNode json(InputStream body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw Problem.conflict(null, "The body is not JSON: " + e.getOriginalMessage());
    }
  }

  /** The completions of a body. */
  static List<CompletionEntry> entries(JsonNode body) {
    return body.path(ENTRIES).valueStream().map(CompletionReader::entry).toList();
  }

  private static CompletionEntry entry(JsonNode node) {
    return new CompletionEntry(
        text(node, "dataSet"),
        text(node, "period"),
        text(node, "organisationUnit"),
        text(node, "attributeOptionCombo"),
        text(node, "date"),
        text(node, "storedBy"),
        node.path("completed").asBoolean(true));
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : value.asString();
  }

  /** The same of a body in XML. */
  static JsonNode xml(InputStream body) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode entries = json.putArray(ENTRIES);
    try {
      XMLStreamReader xml = XmlStreams.reader(body);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("completeDataSetRegistration")) {
          ObjectNode entry = entries.addObject();
          for (int i = 0; i < xml.getAttributeCount(); i++) {
            entry.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
          }
        }
      }
      return json;
    } catch (XMLStreamException e) {
      throw Problem.conflict(null, "The body is not XML: " + e.getMessage());
    }
  }
}
