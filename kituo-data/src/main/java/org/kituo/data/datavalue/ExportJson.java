package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueExport.Common;
import org.kituo.data.datavalue.DataValueExport.Prepared;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValue;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an export as a data value set in JSON, figure by figure. What all figures share is written
 * once at the top. An object that lacks the property by which it shall be named is named by its
 * identifier; figures of objects that are no more are left out.
 */
public final class ExportJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

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
  private final MetadataSnapshot snapshot;
  private final JsonGenerator json;
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<Integer, String> periods = new HashMap<>();
  private final Map<Integer, Map<String, String>> options = new HashMap<>();

  private ExportJson(Prepared export, JsonGenerator json) {
    this.export = export;
    this.snapshot = export.snapshot();
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
    int element = value.key().dataElement();
    int unit = value.key().orgUnit();
    if (snapshot.byKey(DataElement.class, element) == null
        || snapshot.byKey(OrganisationUnit.class, unit) == null) {
      return;
    }
    Common common = export.common();
    json.writeStartObject();
    text("dataElement", name(DataElement.class, element, "dataElementIdScheme"));
    if (common.period() == null) {
      text("period", period(value.key().period()));
    }
    if (common.orgUnit() == null) {
      text("orgUnit", name(OrganisationUnit.class, unit, "orgUnitIdScheme"));
    }
    combo("categoryOptionCombo", value.key().categoryOptionCombo(), "categoryOptionComboIdScheme");
    if (common.attributeOptionCombo() == null) {
      combo(
          "attributeOptionCombo",
          value.key().attributeOptionCombo(),
          "attributeOptionComboIdScheme");
    }
    text("value", value.value());
    text("storedBy", value.storedBy());
    text("created", time(value.created()));
    text("lastUpdated", time(value.lastUpdated()));
    text("comment", value.comment());
    if (value.followUp() != null) {
      json.writeBooleanProperty("followup", value.followUp());
    }
    if (value.deleted()) {
      json.writeBooleanProperty("deleted", true);
    }
    json.writeEndObject();
  }

  private void combo(String member, int key, String scheme) {
    CategoryOptionCombo combo = snapshot.byKey(CategoryOptionCombo.class, key);
    Map<String, String> unfolded =
        export.request().unfold() && combo != null
            ? options.computeIfAbsent(key, k -> unfold(combo))
            : Map.of();
    if (unfolded.isEmpty()) {
      // the two kinds of combinations may be named differently
      int distinct = member.startsWith("a") ? -key : key;
      text(
          member,
          names.computeIfAbsent(distinct, k -> nameOf(CategoryOptionCombo.class, key, scheme)));
    } else {
      json.writeObjectPropertyStart(member);
      unfolded.forEach(this::text);
      json.writeEndObject();
    }
  }

  /** The options of a combination by category; empty for the one that stands for none. */
  private Map<String, String> unfold(CategoryOptionCombo combo) {
    Map<String, String> unfolded = new HashMap<>();
    for (Ref<CategoryOption> ref : combo.categoryOptions()) {
      CategoryOption option = snapshot.get(CategoryOption.class, ref.id());
      if (option == null || "default".equals(option.name())) {
        return Map.of();
      }
      for (Category category : snapshot.referrers(option, Category.class, "categoryOptions")) {
        if (isOf(category, combo)) {
          unfolded.put(
              named(category, export.request().output("categoryIdScheme")),
              named(option, export.request().output("categoryOptionIdScheme")));
        }
      }
    }
    return unfolded;
  }

  private boolean isOf(Category category, CategoryOptionCombo combo) {
    return combo.categoryCombo() != null
        && snapshot
            .find(org.kituo.model.metadata.CategoryCombo.class, combo.categoryCombo().id())
            .filter(c -> c.categories().contains(new Ref<Category>(category.uid())))
            .isPresent();
  }

  private String name(Class<? extends MetadataObject> type, int key, String scheme) {
    return names.computeIfAbsent(key, k -> nameOf(type, k, scheme));
  }

  private String nameOf(Class<? extends MetadataObject> type, int key, String scheme) {
    MetadataObject object = snapshot.byKey(type, key);
    return object == null ? "" : named(object, export.request().output(scheme));
  }

  private static String named(MetadataObject object, IdScheme scheme) {
    String text = Identifiers.text(object, scheme);
    return text == null ? object.uid() : text;
  }

  private String period(int key) {
    return periods.computeIfAbsent(key, k -> Period.ofKey(k).iso());
  }

  private void text(String member, @Nullable String text) {
    if (text != null) {
      json.writeStringProperty(member, text);
    }
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
