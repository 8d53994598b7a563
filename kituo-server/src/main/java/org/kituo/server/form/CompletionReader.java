package org.kituo.server.form;

import java.io.InputStream;
import java.util.ArrayList;
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

/** Reads completions from JSON and XML. */
final class CompletionReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private CompletionReader() {}

  static List<CompletionEntry> json(InputStream body) {
    try {
      return JSON.readTree(body)
          .path("completeDataSetRegistrations")
          .valueStream()
          .map(CompletionReader::entry)
          .toList();
    } catch (JacksonException e) {
      throw Problem.conflict(null, "The body is not JSON: " + e.getOriginalMessage());
    }
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

  static List<CompletionEntry> xml(InputStream body) {
    List<CompletionEntry> entries = new ArrayList<>();
    try {
      XMLStreamReader xml = XmlStreams.reader(body);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("completeDataSetRegistration")) {
          entries.add(entry(xml));
        }
      }
      return entries;
    } catch (XMLStreamException e) {
      throw Problem.conflict(null, "The body is not XML: " + e.getMessage());
    }
  }

  private static CompletionEntry entry(XMLStreamReader xml) {
    return new CompletionEntry(
        xml.getAttributeValue(null, "dataSet"),
        xml.getAttributeValue(null, "period"),
        xml.getAttributeValue(null, "organisationUnit"),
        xml.getAttributeValue(null, "attributeOptionCombo"),
        xml.getAttributeValue(null, "date"),
        xml.getAttributeValue(null, "storedBy"),
        !"false".equals(xml.getAttributeValue(null, "completed")));
  }
}
