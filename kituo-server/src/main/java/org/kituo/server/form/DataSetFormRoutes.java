package org.kituo.server.form;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.PUT;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.FormTarget;
import org.kituo.data.datavalue.Identifiers;
import org.kituo.data.form.FormLayout;
import org.kituo.data.form.FormLayout.Field;
import org.kituo.data.form.FormLayout.Group;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.DataSetWrites;
import org.kituo.server.metadata.Views;
import org.kituo.store.datavalue.DataValueKey;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueQuery.KeySpan;
import org.kituo.store.datavalue.DataValueReader;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** The form of a data set: its cells in order, its custom HTML, its version. */
public final class DataSetFormRoutes {
  private static final String COMBO_FIELDS = "*,!href";
  private static final String ELEMENT_FIELDS =
      "code,name,translations,sharing,shortName,displayShortName,displayFormName,displayName,id,"
          + "attributeValues";

  private final Supplier<MetadataSnapshot> metadata;
  private final Views views;
  private final DataValueReader reader;
  private final DataSetWrites writes;

  /** Routes over data sets and the figures that forms show. */
  public DataSetFormRoutes(
      Supplier<MetadataSnapshot> metadata,
      Views views,
      DataValueReader reader,
      DataSetWrites writes) {
    this.metadata = metadata;
    this.views = views;
    this.reader = reader;
    this.writes = writes;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    String set = "/api/dataSets/{uid}";
    return route(GET(set + "/form"), this::form)
        .and(route(POST(set + "/form"), this::customForm))
        .and(route(PUT(set + "/form"), this::customForm))
        .and(route(POST(set + "/customDataEntryForm"), this::customForm))
        .and(route(PUT(set + "/customDataEntryForm"), this::customForm))
        .and(route(GET(set + "/dataValueSet"), this::template))
        .and(route(GET(set + "/categoryCombos"), this::categoryCombos))
        .and(route(GET(set + "/version"), this::version))
        .and(route(POST(set + "/version"), this::countVersion));
  }

  /** A data value set with an empty value for each cell, to be filled by hand. */
  private ServerResponse template(ServerRequest request) {
    MetadataSnapshot snapshot = metadata.get();
    FormLayout layout = FormLayout.of(dataSet(request, snapshot), snapshot);
    String period = Requests.text(request, "period");
    List<String> units = Requests.texts(request, "orgUnit");
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("dataValues");
      for (String unit : units.isEmpty() ? List.of("") : units) {
        for (Group group : layout.groups()) {
          group.fields().forEach(field -> empty(json, field, period, unit));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void empty(JsonGenerator json, Field field, @Nullable String period, String unit) {
    json.writeStartObject();
    json.writeStringProperty("dataElement", field.element().uid());
    json.writeStringProperty("categoryOptionCombo", field.combo().uid());
    json.writeStringProperty("period", period == null ? "" : period);
    json.writeStringProperty("orgUnit", unit);
    json.writeStringProperty("value", "");
    json.writeEndObject();
  }

  private ServerResponse version(ServerRequest request) {
    DataSet set = dataSet(request, metadata.get());
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeNumberProperty("version", set.version());
      json.writeEndObject();
    });
  }

  private ServerResponse countVersion(ServerRequest request) {
    MetadataSnapshot snapshot = metadata.get();
    writes.countVersion(dataSet(request, snapshot), CurrentUser.actor(request), snapshot);
    return ServerResponse.noContent().build();
  }

  private ServerResponse customForm(ServerRequest request) {
    MetadataSnapshot snapshot = metadata.get();
    writes.customForm(
        dataSet(request, snapshot),
        Requests.bodyText(request),
        CurrentUser.actor(request),
        snapshot);
    return ServerResponse.noContent().build();
  }

  private static DataSet dataSet(ServerRequest request, MetadataSnapshot snapshot) {
    return DataSetWrites.readable(
        request.pathVariable("uid"), CurrentUser.actor(request), snapshot);
  }

  /** The disaggregations of the elements, not that of the set's own attributes. */
  private ServerResponse categoryCombos(ServerRequest request) {
    View view = views.of(request);
    DataSet set = dataSet(request, view.snapshot());
    Set<CategoryCombo> combos = new LinkedHashSet<>();
    for (DataSetElement element : set.dataSetElements()) {
      Ref<CategoryCombo> combo = element.categoryCombo();
      if (combo == null && element.dataElement() != null) {
        DataElement object = view.snapshot().get(DataElement.class, element.dataElement().id());
        combo = object == null ? null : object.categoryCombo();
      }
      if (combo != null) {
        view.snapshot().find(CategoryCombo.class, combo.id()).ifPresent(combos::add);
      }
    }
    FieldsPlan plan = FieldsPlan.compile(ObjectType.of(CategoryCombo.class), COMBO_FIELDS);
    return Answers.json(json -> {
      FieldsWriter writer = new FieldsWriter(json, view);
      json.writeStartObject();
      json.writeArrayPropertyStart("categoryCombos");
      combos.forEach(combo -> writer.write(combo, plan));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private ServerResponse form(ServerRequest request) throws SQLException {
    View view = views.of(request);
    DataSet set = dataSet(request, view.snapshot());
    FormLayout layout = FormLayout.of(set, view.snapshot());
    Map<DataValueKey, String> values;
    try {
      values = values(request, set, view.snapshot());
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    boolean describe = Requests.flag(request, "metaData", false);
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeStringProperty("label", String.valueOf(set.name()));
      json.writeStringProperty(
          "subtitle", set.shortName() == null ? String.valueOf(set.name()) : set.shortName());
      options(json, set);
      attributes(json, set, view.snapshot());
      json.writeArrayPropertyStart("groups");
      for (Group group : layout.groups()) {
        group(json, group, values, describe, view);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void options(JsonGenerator json, DataSet set) {
    json.writeObjectPropertyStart("options");
    json.writeNumberProperty("openPeriodsAfterCoEndDate", set.openPeriodsAfterCoEndDate());
    json.writeStringProperty("periodType", String.valueOf(set.periodType()));
    json.writeNumberProperty("openFuturePeriods", set.openFuturePeriods());
    json.writeNumberProperty("expiryDays", set.expiryDays());
    json.writeEndObject();
  }

  private static void attributes(JsonGenerator json, DataSet set, MetadataSnapshot snapshot) {
    Ref<CategoryCombo> ref = set.categoryCombo();
    if (ref == null || ref.id().equals(DefaultObjects.CATEGORY_COMBO)) {
      return;
    }
    CategoryCombo combo = snapshot.get(CategoryCombo.class, ref.id());
    if (combo == null) {
      return;
    }
    json.writeObjectPropertyStart("categoryCombo");
    json.writeStringProperty("id", combo.uid());
    json.writeArrayPropertyStart("categories");
    for (Ref<Category> category : combo.categories()) {
      snapshot.find(Category.class, category.id()).ifPresent(c -> category(json, c, snapshot));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void category(JsonGenerator json, Category category, MetadataSnapshot snapshot) {
    json.writeStartObject();
    json.writeStringProperty("id", category.uid());
    json.writeStringProperty("label", String.valueOf(category.name()));
    json.writeArrayPropertyStart("categoryOptions");
    for (Ref<CategoryOption> ref : category.categoryOptions()) {
      CategoryOption option = snapshot.get(CategoryOption.class, ref.id());
      if (option != null) {
        json.writeStartObject();
        json.writeStringProperty("id", option.uid());
        json.writeStringProperty("label", String.valueOf(option.name()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void group(
      JsonGenerator json,
      Group group,
      Map<DataValueKey, String> values,
      boolean describe,
      View view) {
    json.writeStartObject();
    json.writeStringProperty("label", group.label());
    if (group.description() != null) {
      json.writeStringProperty("description", group.description());
    }
    json.writeNumberProperty("dataElementCount", group.elements().size());
    json.writeObjectPropertyStart("metaData");
    if (describe) {
      FieldsPlan plan = FieldsPlan.compile(ObjectType.of(DataElement.class), ELEMENT_FIELDS);
      FieldsWriter writer = new FieldsWriter(json, view);
      json.writeArrayPropertyStart("dataElements");
      group.elements().forEach(element -> writer.write(element, plan));
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("fields");
    for (Field field : group.fields()) {
      field(json, field, values, view.snapshot());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void field(
      JsonGenerator json,
      Field field,
      Map<DataValueKey, String> values,
      MetadataSnapshot snapshot) {
    json.writeStartObject();
    json.writeStringProperty("label", field.label());
    json.writeStringProperty("dataElement", field.element().uid());
    json.writeStringProperty("categoryOptionCombo", field.combo().uid());
    json.writeStringProperty("type", String.valueOf(field.element().valueType()));
    if (field.element().optionSet() != null) {
      json.writeStringProperty("optionSet", field.element().optionSet().id());
    }
    String value = values.get(cell(snapshot.key(field.element()), snapshot.key(field.combo())));
    if (value != null) {
      json.writeStringProperty("value", value);
    }
    json.writeEndObject();
  }

  /** A cell within one form. */
  private static DataValueKey cell(int element, int combo) {
    return new DataValueKey(element, 0, 0, combo, 0);
  }

  /**
   * The values by cell, where a unit and a period are given; those of all attribute options where
   * none are named.
   */
  private Map<DataValueKey, String> values(
      ServerRequest request, DataSet set, MetadataSnapshot snapshot)
      throws SQLException, DataValueException {
    String unit = Requests.text(request, "ou");
    String period = Requests.text(request, "pe");
    if (unit == null || period == null) {
      return Map.of();
    }
    Actor actor = CurrentUser.actor(request);
    int key = FormTarget.period(period, snapshot).key();
    DataValueQuery query =
        DataValueQuery.of(
            FormTarget.elements(set, snapshot),
            new int[] {snapshot.key(FormTarget.unit(unit, actor, snapshot))},
            List.of(new KeySpan(key, key)));
    CategoryOptionCombo attribute = attribute(Requests.text(request, "catOpts"), set, snapshot);
    if (attribute != null) {
      query = query.withAttributeOptionCombos(snapshot.key(attribute));
    }
    Map<DataValueKey, String> values = new HashMap<>();
    reader.read(
        query,
        value -> {
          if (value.value() != null) {
            values.put(
                cell(value.key().dataElement(), value.key().categoryOptionCombo()), value.value());
          }
        });
    return values;
  }

  private static @Nullable CategoryOptionCombo attribute(
      @Nullable String options, DataSet set, MetadataSnapshot snapshot) {
    return options == null || set.categoryCombo() == null
        ? null
        : new Identifiers(snapshot)
            .combo(set.categoryCombo().id(), Arrays.asList(options.split("[,;]", -1)));
  }
}
