package org.kituo.server.datavalue;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataEntryForms;
import org.kituo.data.datavalue.DataEntryForms.AuditRequest;
import org.kituo.data.datavalue.DataEntryForms.Audits;
import org.kituo.data.datavalue.DataEntryForms.Context;
import org.kituo.data.datavalue.DataEntryForms.Form;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.SingleEntry;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.Period;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Requests;
import org.kituo.store.datavalue.DataValue;
import org.kituo.store.datavalue.DataValueVersion;
import org.kituo.store.form.Completion;
import org.kituo.store.form.UsualRange;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/** What a data entry form shows, and the changes of figures. */
public final class DataEntryRoutes {
  /**
   * DHIS2 gives this page of changes whatever is asked, and all types of changes; clients that sort
   * and filter by themselves rely on it.
   */
  private static final int AUDIT_PAGE = 50;

  private final DataEntryForms forms;

  /** Routes over forms. */
  public DataEntryRoutes(DataEntryForms forms) {
    this.forms = forms;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/dataEntry/dataValues"), this::values)
        .and(route(GET("/api/dataEntry/dataValueContext"), this::context))
        .and(route(GET("/api/audits/dataValue"), this::audits));
  }

  private ServerResponse values(ServerRequest request) throws SQLException {
    Form form;
    try {
      form =
          forms.form(
              text(request, "ds"),
              text(request, "pe"),
              text(request, "ou"),
              Requests.text(request, "cc"),
              DataValueRequests.options(Requests.text(request, "cp")),
              CurrentUser.actor(request));
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    return Answers.json(json -> form(json, form));
  }

  private static String text(ServerRequest request, String name) {
    String text = Requests.text(request, name);
    return text == null ? "" : text;
  }

  private static void form(JsonGenerator json, Form form) {
    json.writeStartObject();
    json.writeArrayPropertyStart("dataValues");
    for (DataValue value : form.values()) {
      json.writeStartObject();
      String element = uid(DataElement.class, value.key().dataElement(), form.snapshot());
      optional(json, "dataElement", element);
      json.writeStringProperty("period", form.target().period().iso());
      optional(
          json, "orgUnit", uid(OrganisationUnit.class, value.key().orgUnit(), form.snapshot()));
      optional(
          json,
          "categoryOptionCombo",
          uid(CategoryOptionCombo.class, value.key().categoryOptionCombo(), form.snapshot()));
      attribute(json, form.target().attribute());
      optional(json, "value", value.value());
      optional(json, "comment", value.comment());
      json.writeBooleanProperty("followUp", Boolean.TRUE.equals(value.followUp()));
      json.writeStringProperty("storedBy", value.storedBy());
      json.writeStringProperty("created", time(value.created()));
      json.writeStringProperty("lastUpdated", time(value.lastUpdated()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("minMaxValues");
    form.ranges().forEach(range -> range(json, range, form.snapshot()));
    json.writeEndArray();
    json.writeStringProperty("lockStatus", form.status().name());
    json.writeObjectPropertyStart("completeStatus");
    json.writeBooleanProperty("complete", form.completion().filter(c -> c.completed()).isPresent());
    if (form.completion().isPresent()) {
      Completion completion = form.completion().get();
      if (completion.date() != null) {
        json.writeStringProperty("created", time(completion.date()));
      }
      optional(json, "createdBy", completion.storedBy());
      json.writeStringProperty("lastUpdated", time(completion.lastUpdated()));
      json.writeStringProperty("lastUpdatedBy", completion.lastUpdatedBy());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void range(JsonGenerator json, UsualRange range, MetadataSnapshot snapshot) {
    json.writeStartObject();
    optional(json, "dataElement", uid(DataElement.class, range.key().dataElement(), snapshot));
    optional(json, "orgUnit", uid(OrganisationUnit.class, range.key().orgUnit(), snapshot));
    int combo = range.key().categoryOptionCombo();
    optional(json, "categoryOptionCombo", uid(CategoryOptionCombo.class, combo, snapshot));
    json.writeNumberProperty("minValue", range.least());
    json.writeNumberProperty("maxValue", range.most());
    json.writeEndObject();
  }

  private static void attribute(JsonGenerator json, CategoryOptionCombo combo) {
    json.writeObjectPropertyStart("attribute");
    optional(json, "combo", combo.categoryCombo() == null ? null : combo.categoryCombo().id());
    json.writeArrayPropertyStart("options");
    combo.categoryOptions().forEach(option -> json.writeString(option.id()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private ServerResponse context(ServerRequest request) throws SQLException {
    SingleEntry entry = DataValueRequests.entry(request);
    Context context;
    try {
      context = forms.context(entry, CurrentUser.actor(request));
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    return Answers.json(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("audits");
      context.audits().forEach(version -> change(json, version, context.snapshot()));
      json.writeEndArray();
      json.writeArrayPropertyStart("history");
      context
          .history()
          .forEach((period, value) -> {
            json.writeStartObject();
            json.writeStringProperty("period", period.iso());
            json.writeStringProperty("value", value);
            json.writeEndObject();
          });
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void change(
      JsonGenerator json, DataValueVersion version, MetadataSnapshot snapshot) {
    DataValue after = version.after();
    json.writeStartObject();
    optional(json, "dataElement", uid(DataElement.class, after.key().dataElement(), snapshot));
    json.writeStringProperty("period", snapshot.calendar().ofKey(after.key().period()).iso());
    optional(json, "orgUnit", uid(OrganisationUnit.class, after.key().orgUnit(), snapshot));
    optional(
        json,
        "categoryOptionCombo",
        uid(CategoryOptionCombo.class, after.key().categoryOptionCombo(), snapshot));
    optional(
        json,
        "attributeOptionCombo",
        uid(CategoryOptionCombo.class, after.key().attributeOptionCombo(), snapshot));
    optional(json, "value", after.value());
    json.writeStringProperty("modifiedBy", after.storedBy());
    json.writeStringProperty("created", time(after.lastUpdated()));
    json.writeStringProperty("auditType", version.kind().name());
    json.writeEndObject();
  }

  private ServerResponse audits(ServerRequest request) throws SQLException {
    AuditRequest asked =
        new AuditRequest(
            list(request, "ds"),
            list(request, "de"),
            list(request, "pe"),
            list(request, "ou"),
            Requests.text(request, "co"),
            Requests.text(request, "cc"),
            DataValueRequests.options(Requests.text(request, "cp")));
    int page = Math.max(1, Requests.integer(request, "page", 1));
    Audits audits;
    try {
      audits = forms.audits(asked, (page - 1) * AUDIT_PAGE, AUDIT_PAGE, CurrentUser.actor(request));
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    return Answers.json(json -> audits(json, audits, page));
  }

  private static List<String> list(ServerRequest request, String name) {
    return Requests.texts(request, name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .toList();
  }

  private static void audits(JsonGenerator json, Audits audits, int page) {
    json.writeStartObject();
    json.writeObjectPropertyStart("pager");
    json.writeNumberProperty("page", page);
    json.writeNumberProperty(
        "pageCount", Math.max(1, (audits.total() + AUDIT_PAGE - 1) / AUDIT_PAGE));
    json.writeNumberProperty("total", audits.total());
    json.writeNumberProperty("pageSize", AUDIT_PAGE);
    json.writeEndObject();
    json.writeArrayPropertyStart("dataValueAudits");
    audits.page().forEach(version -> audit(json, version, audits.snapshot()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void audit(
      JsonGenerator json, DataValueVersion version, MetadataSnapshot snapshot) {
    DataValue after = version.after();
    Period period = snapshot.calendar().ofKey(after.key().period());
    json.writeStartObject();
    json.writeStringProperty("created", time(after.lastUpdated()));
    json.writeStringProperty("modifiedBy", after.storedBy());
    json.writeStringProperty("auditType", version.kind().name());
    optional(json, "value", after.value());
    json.writeObjectPropertyStart("period");
    json.writeStringProperty("id", period.iso());
    json.writeStringProperty("periodType", period.type().apiName());
    json.writeStringProperty("startDate", day(period.start()));
    json.writeStringProperty("endDate", day(period.end()));
    json.writeEndObject();
    reference(json, "dataElement", DataElement.class, after.key().dataElement(), snapshot);
    reference(json, "organisationUnit", OrganisationUnit.class, after.key().orgUnit(), snapshot);
    int combo = after.key().categoryOptionCombo();
    reference(json, "categoryOptionCombo", CategoryOptionCombo.class, combo, snapshot);
    int attribute = after.key().attributeOptionCombo();
    reference(json, "attributeOptionCombo", CategoryOptionCombo.class, attribute, snapshot);
    json.writeEndObject();
  }

  private static void reference(
      JsonGenerator json,
      String name,
      Class<? extends MetadataObject> type,
      int key,
      MetadataSnapshot snapshot) {
    String uid = uid(type, key, snapshot);
    if (uid != null) {
      json.writeObjectPropertyStart(name);
      json.writeStringProperty("id", uid);
      json.writeEndObject();
    }
  }

  private static @Nullable String uid(
      Class<? extends MetadataObject> type, int key, MetadataSnapshot snapshot) {
    MetadataObject object = snapshot.byKey(type, key);
    return object == null ? null : object.uid();
  }

  private static void optional(JsonGenerator json, String name, @Nullable String text) {
    if (text != null) {
      json.writeStringProperty(name, text);
    }
  }

  private static String time(Instant time) {
    return Dates.format(LocalDateTime.ofInstant(time, ZoneId.systemDefault()));
  }

  private static String day(LocalDate day) {
    return Dates.format(day.atStartOfDay());
  }
}
