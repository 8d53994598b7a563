package org.kituo.server.metadata;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.ProgramStageDataElement;
import org.kituo.model.metadata.ProgramTrackedEntityAttribute;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.ObjectType;
import org.kituo.server.http.Answers;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** How fields of programs may be drawn, by the type of their values. */
public final class RenderingRoutes {
  private static final List<ObjectType<?>> FIELDS =
      List.of(
          ObjectType.of(ProgramStageDataElement.class),
          ObjectType.of(ProgramTrackedEntityAttribute.class));

  private RenderingRoutes() {}

  /** The routes. */
  public static RouterFunction<ServerResponse> routes() {
    return route(
        GET("/api/staticConfiguration/renderingOptions"), r -> Answers.json(json -> all(json)));
  }

  private static void all(JsonGenerator json) {
    json.writeStartArray();
    for (ObjectType<?> field : FIELDS) {
      String choices =
          "DROPDOWN,VERTICAL_RADIOBUTTONS,HORIZONTAL_RADIOBUTTONS,VERTICAL_CHECKBOXES,"
              + "HORIZONTAL_CHECKBOXES,SHARED_HEADER_RADIOBUTTONS,ICONS_AS_BUTTONS,SPINNER,ICON";
      write(json, field, null, choices);
      for (ValueType type : ValueType.values()) {
        String kinds = kinds(type);
        if (!kinds.isEmpty()) {
          write(json, field, type, kinds);
        }
      }
    }
    json.writeEndArray();
  }

  /** What is there for fields without an option set, beside the usual way. */
  private static String kinds(ValueType type) {
    return switch (type) {
      case TRUE_ONLY, BOOLEAN ->
          "VERTICAL_RADIOBUTTONS,HORIZONTAL_RADIOBUTTONS,VERTICAL_CHECKBOXES,"
              + "HORIZONTAL_CHECKBOXES,TOGGLE";
      case INTEGER,
          INTEGER_POSITIVE,
          INTEGER_NEGATIVE,
          INTEGER_ZERO_OR_POSITIVE,
          NUMBER,
          UNIT_INTERVAL,
          PERCENTAGE ->
          "VALUE,SLIDER,LINEAR_SCALE,SPINNER";
      case TEXT -> "VALUE,AUTOCOMPLETE,QR_CODE,BAR_CODE,GS1_DATAMATRIX";
      case IMAGE -> "CANVAS";
      default -> "";
    };
  }

  private static void write(
      JsonGenerator json, ObjectType<?> field, @Nullable ValueType type, String kinds) {
    json.writeStartObject();
    json.writeStringProperty("clazz", field.klass());
    if (type != null) {
      json.writeStringProperty("valueType", type.name());
    }
    json.writeBooleanProperty("hasOptionSet", type == null);
    json.writeName("renderingTypes");
    json.writePOJO(("DEFAULT," + kinds).split(","));
    json.writeEndObject();
  }
}
