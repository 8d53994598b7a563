package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueExport.Common;
import org.kituo.data.datavalue.DataValueExport.Prepared;
import org.kituo.store.datavalue.DataValue;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an export as a data value set in JSON, figure by figure. What all figures share is written
 * once at the top. An object that lacks the property by which it shall be named is named by its
 * identifier; figures of objects that are no more are left out.
 */
public final class ExportJson {
  /** The parameters that the top of the answer repeats, and whether the general one sets them. */
  private static final List<String> SCHEMES =
      List.of(
          "dataSetIdScheme",
          "dataElementIdScheme",
          "orgUnitIdScheme",
          "categoryOptionComboIdScheme",
          "attributeOptionComboIdScheme",
          "categoryIdScheme",
          "categoryOptionIdScheme");

  private final Prepared export;
  private final JsonGenerator json;
  private final ExportNames names;

  private ExportJson(Prepared export, JsonGenerator json) {
    this.export = export;
    this.names = new ExportNames(export);
    this.json = json;
  }

  /** Writes all of an export. */
  public static void write(DataValueExport exports, Prepared export, JsonGenerator json)
      throws SQLException {
    new ExportJson(export, json).write(exports);
  }

  private void write(DataValueExport exports) throws SQLException {
    json.writeStartObject();
    Common common = export.common();
    text("dataSet", common.dataSet());
    text("period", common.period());
    text("orgUnit", common.orgUnit());
    text("attributeOptionCombo", common.attributeOptionCombo());
    for (String scheme : SCHEMES) {
      IdScheme by = export.request().output(scheme);
      if (!by.equals(IdScheme.BY_UID)) {
        text(scheme, by.attribute() == null ? by.type().name() : "ATTRIBUTE:" + by.attribute());
      }
    }
    json.writeArrayPropertyStart("dataValues");
    exports.run(export, this::value);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void value(DataValue value) {
    if (!names.areKnown(value)) {
      return;
    }
    Common common = export.common();
    json.writeStartObject();
    text("dataElement", names.dataElement(value));
    if (common.period() == null) {
      text("period", names.period(value));
    }
    if (common.orgUnit() == null) {
      text("orgUnit", names.orgUnit(value));
    }
    combo("categoryOptionCombo", names.category(value), names.categoryOptions(value));
    if (common.attributeOptionCombo() == null) {
      combo("attributeOptionCombo", names.attribute(value), names.attributeOptions(value));
    }
    text("value", value.value());
    text("storedBy", value.storedBy());
    text("created", ExportNames.time(value.created()));
    text("lastUpdated", ExportNames.time(value.lastUpdated()));
    text("comment", value.comment());
    if (value.followUp() != null) {
      json.writeBooleanProperty("followup", value.followUp());
    }
    if (value.deleted()) {
      json.writeBooleanProperty("deleted", true);
    }
    json.writeEndObject();
  }

  private void combo(String member, String name, Map<String, String> options) {
    if (options.isEmpty() || !export.request().unfold()) {
      text(member, name);
    } else {
      json.writeObjectPropertyStart(member);
      options.forEach(this::text);
      json.writeEndObject();
    }
  }

  private void text(String member, @Nullable String text) {
    if (text != null) {
      json.writeStringProperty(member, text);
    }
  }
}
