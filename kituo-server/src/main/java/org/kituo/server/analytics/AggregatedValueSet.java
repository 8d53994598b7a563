package org.kituo.server.analytics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kituo.analytics.grid.AggregatedValue;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;
import org.kituo.analytics.grid.MetaData;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Xml;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Aggregated values in the form of a data value set, ready to be imported elsewhere. */
record AggregatedValueSet(List<AggregatedValue> values, LocalDate today) {
  private static final String NAMESPACE = "http://dhis2.org/schema/dxf/2.0";
  private static final List<String> COLUMNS =
      List.of(
          "dataElement",
          "period",
          "orgUnit",
          "categoryOptionCombo",
          "attributeOptionCombo",
          "value",
          "storedBy",
          "lastUpdated",
          "comment",
          "followUp",
          "deleted");

  ServerResponse answer(ServerRequest request) {
    if (Xml.isWanted(request)) {
      return xml();
    }
    return request.path().endsWith(".csv") ? GridFormat.CSV.answer(table()) : json();
  }

  private Map<String, String> fields(AggregatedValue value) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("dataElement", value.item());
    fields.put("period", value.period());
    fields.put("orgUnit", value.unit());
    if (value.combo() != null) {
      fields.put("categoryOptionCombo", value.combo());
    }
    if (value.attributeCombo() != null) {
      fields.put("attributeOptionCombo", value.attributeCombo());
    }
    fields.put("value", value.value());
    fields.put("created", today.toString());
    fields.put("lastUpdated", today.toString());
    fields.put("comment", "[aggregated]");
    return fields;
  }

  private ServerResponse json() {
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeName("dataValues");
      json.writeStartArray();
      for (AggregatedValue value : values) {
        json.writeStartObject();
        fields(value).forEach(json::writeStringProperty);
        json.writeBooleanProperty("followup", false);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private ServerResponse xml() {
    return Xml.answer(
        HttpStatus.OK,
        xml -> {
          xml.writeStartElement("dataValueSet");
          xml.writeDefaultNamespace(NAMESPACE);
          for (AggregatedValue value : values) {
            xml.writeEmptyElement("dataValue");
            for (Map.Entry<String, String> field : fields(value).entrySet()) {
              xml.writeAttribute(field.getKey(), field.getValue());
            }
            xml.writeAttribute("followUp", "false");
          }
          xml.writeEndElement();
        });
  }

  private Grid table() {
    return Grid.of(
        COLUMNS.stream()
            .map(name -> Header.dimension(name.toLowerCase(Locale.ROOT), null))
            .toList(),
        values.stream()
            .map(value -> {
              Map<String, String> fields = fields(value);
              return COLUMNS.stream().map(name -> fields.getOrDefault(name, "")).toList();
            })
            .toList(),
        MetaData.NONE);
  }
}
