package org.kituo.server.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;
import org.kituo.analytics.grid.MetaData;
import org.kituo.analytics.grid.MetaItem;
import org.kituo.model.metadata.IndicatorType;
import tools.jackson.core.JsonGenerator;

/** Tables in the JSON of the Web API. */
public final class GridJson {
  private GridJson() {}

  static void write(JsonGenerator json, Grid grid) {
    json.writeStartObject();
    if (!grid.title().isEmpty()) {
      json.writeStringProperty("title", grid.title());
    }
    if (!grid.subtitle().isEmpty()) {
      json.writeStringProperty("subtitle", grid.subtitle());
    }
    json.writeName("headers");
    json.writeStartArray();
    grid.headers().forEach(header -> write(json, header));
    json.writeEndArray();
    json.writeName("metaData");
    write(json, grid.metaData());
    json.writeName("rowContext");
    json.writeStartObject();
    json.writeEndObject();
    writeRows(json, grid);
    json.writeEndObject();
  }

  /** The rows of a table and their numbers. */
  public static void writeRows(JsonGenerator json, Grid grid) {
    json.writeName("rows");
    json.writeStartArray();
    for (List<String> row : grid.rows()) {
      json.writeStartArray();
      row.forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeNumberProperty("width", grid.width());
    json.writeNumberProperty("height", grid.rows().size());
    json.writeNumberProperty("headerWidth", grid.headers().size());
  }

  /** A column of a table. */
  public static void write(JsonGenerator json, Header header) {
    json.writeStartObject();
    json.writeStringProperty("name", header.name());
    text(json, "column", header.column());
    json.writeStringProperty("valueType", header.content().valueType());
    json.writeStringProperty("type", header.content().javaType());
    json.writeBooleanProperty("hidden", header.hidden());
    json.writeBooleanProperty("meta", header.meta());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, MetaData metaData) {
    json.writeStartObject();
    if (metaData != MetaData.NONE) {
      metaData.unitPaths().ifPresent(paths -> texts(json, "ouHierarchy", paths));
      json.writeName("items");
      json.writeStartObject();
      metaData
          .items()
          .forEach((id, item) -> {
            json.writeName(id);
            write(json, item);
          });
      json.writeEndObject();
      metaData.unitNamePaths().ifPresent(paths -> texts(json, "ouNameHierarchy", paths));
      json.writeName("dimensions");
      json.writeStartObject();
      metaData.dimensions().forEach((id, items) -> array(json, id, items));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, Map<String, String> texts) {
    json.writeName(name);
    json.writeStartObject();
    texts.forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  private static void array(JsonGenerator json, String name, List<String> items) {
    json.writeName(name);
    json.writeStartArray();
    items.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, MetaItem item) {
    json.writeStartObject();
    text(json, "uid", item.uid());
    text(json, "code", item.code());
    text(json, "name", item.name());
    if (item.details() != null) {
      write(json, item.details());
    }
    if (item.units() != null) {
      array(json, "organisationUnits", item.units());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, MetaItem.Details details) {
    text(json, "description", details.description());
    text(json, "legendSet", details.legendSet());
    text(json, "dimensionType", details.dimensionType());
    text(json, "dimensionItemType", details.dimensionItemType());
    text(json, "valueType", details.valueType());
    text(json, "aggregationType", details.aggregationType());
    text(json, "totalAggregationType", details.totalAggregationType());
    if (details.indicatorType() != null) {
      write(json, details.indicatorType());
    }
    day(json, "startDate", details.startDate());
    day(json, "endDate", details.endDate());
  }

  private static void write(JsonGenerator json, IndicatorType type) {
    json.writeName("indicatorType");
    json.writeStartObject();
    json.writeStringProperty("name", type.label());
    json.writeStringProperty("displayName", type.label());
    if (type.factor() != null) {
      json.writeNumberProperty("factor", type.factor());
    }
    json.writeBooleanProperty("number", type.number());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String text) {
    if (text != null) {
      json.writeStringProperty(name, text);
    }
  }

  private static void day(JsonGenerator json, String name, @Nullable LocalDate day) {
    if (day != null) {
      json.writeStringProperty(name, day + "T00:00:00.000");
    }
  }
}
