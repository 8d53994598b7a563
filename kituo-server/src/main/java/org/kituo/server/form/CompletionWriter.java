package org.kituo.server.form;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kituo.data.datavalue.ExportRequest;
import org.kituo.data.datavalue.IdScheme;
import org.kituo.data.datavalue.Identifiers;
import org.kituo.data.form.Completions;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.form.Completion;
import tools.jackson.core.JsonGenerator;

/** Writes completions as JSON and XML. */
final class CompletionWriter {
  private CompletionWriter() {}

  /** A completion in texts, by the names of the answer. */
  record Line(Map<String, String> texts, boolean completed) {}

  /** The completions in the terms of the answer; those of deleted objects are left out. */
  static List<Line> lines(Completions.Found found, ExportRequest request) {
    return found.completions().stream()
        .map(completion -> line(completion, found.snapshot(), request))
        .filter(line -> line.texts().values().stream().allMatch(Objects::nonNull))
        .toList();
  }

  private static Line line(
      Completion completion, MetadataSnapshot snapshot, ExportRequest request) {
    Map<String, String> texts = new LinkedHashMap<>();
    int set = completion.key().dataSet();
    int unit = completion.key().orgUnit();
    int attribute = completion.key().attributeOptionCombo();
    texts.put("period", snapshot.calendar().ofKey(completion.key().period()).iso());
    texts.put("dataSet", name(DataSet.class, set, request.output("dataSetIdScheme"), snapshot));
    texts.put(
        "organisationUnit",
        name(OrganisationUnit.class, unit, request.output("orgUnitIdScheme"), snapshot));
    texts.put(
        "attributeOptionCombo",
        name(
            CategoryOptionCombo.class,
            attribute,
            request.output("attributeOptionComboIdScheme"),
            snapshot));
    Instant date = Objects.requireNonNullElse(completion.date(), completion.lastUpdated());
    texts.put("date", date.atZone(ZoneId.systemDefault()).toLocalDate().toString());
    texts.put("storedBy", String.valueOf(completion.storedBy()));
    return new Line(texts, completion.completed());
  }

  private static String name(
      Class<? extends MetadataObject> type, int key, IdScheme scheme, MetadataSnapshot snapshot) {
    MetadataObject object = snapshot.byKey(type, key);
    if (object == null) {
      return "";
    }
    return Objects.requireNonNullElse(Identifiers.text(object, scheme), object.uid());
  }

  /** Writes JSON; an empty list is left out, as DHIS2 does. */
  static void write(JsonGenerator json, List<Line> lines) {
    json.writeStartObject();
    if (!lines.isEmpty()) {
      json.writeArrayPropertyStart("completeDataSetRegistrations");
      for (Line line : lines) {
        json.writeStartObject();
        line.texts().forEach(json::writeStringProperty);
        json.writeBooleanProperty("completed", line.completed());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  static void write(XMLStreamWriter xml, List<Line> lines) throws XMLStreamException {
    xml.writeStartElement("completeDataSetRegistrations");
    xml.writeDefaultNamespace("http://dhis2.org/schema/dxf/2.0");
    for (Line line : lines) {
      xml.writeEmptyElement("completeDataSetRegistration");
      for (Map.Entry<String, String> text : line.texts().entrySet()) {
        xml.writeAttribute(text.getKey(), text.getValue());
      }
      xml.writeAttribute("completed", String.valueOf(line.completed()));
    }
    xml.writeEndElement();
  }
}
