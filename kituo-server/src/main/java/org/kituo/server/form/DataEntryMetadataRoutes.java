package org.kituo.server.form;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementOperand;
import org.kituo.model.metadata.DataEntryForm;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.OptionSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.Section;
import org.kituo.model.metadata.constant.DataDimensionType;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsPlan.Node;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.metadata.DataSetWrites;
import org.kituo.server.metadata.SnapshotTags;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;

/**
 * Everything that an offline data entry client needs to know of forms, in one answer with an entity
 * tag: the data sets that the user enters data for, and what they are made of.
 */
public final class DataEntryMetadataRoutes {
  private static final String DATA_SET =
      "code,name,created,lastUpdated,description,displayDescription,shortName,formName,"
          + "dimensionItemType,periodType,dataInputPeriods[period[id],openingDate,closingDate],"
          + "indicators~pluck,compulsoryDataElementOperands[dataElement[id],categoryOptionCombo[id]],"
          + "categoryCombo[id],mobile,version,expiryDays,timelyDays,notifyCompletingUser,"
          + "openFuturePeriods,openPeriodsAfterCoEndDate,fieldCombinationRequired,"
          + "validCompleteOnly,noValueRequiresComment,skipOffline,dataElementDecoration,"
          + "renderAsTabs,renderHorizontally,compulsoryFieldsCompleteOnly,displayOptions,"
          + "displayName,formType,dimensionItem,displayShortName,displayFormName,id,"
          + "dataEntryForm[id],dataSetElements[dataElement[id],categoryCombo[id]]";
  private static final String SECTION =
      "code,name,created,lastUpdated,description,displayName,displayOptions,sortOrder,"
          + "showRowTotals,showColumnTotals,disableDataElementAutoGroup,id,dataElements~pluck,"
          + "indicators~pluck";
  private static final String DATA_ELEMENT =
      "created,lastUpdated,lastUpdatedBy,code,name,url,displayDescription,valueType,"
          + "aggregationType,zeroIsSignificant,displayName,displayShortName,displayFormName,id,"
          + "categoryCombo[id],optionSet[id],commentOptionSet[id]";
  private static final String INDICATOR =
      "created,lastUpdated,code,name,shortName,displayName,displayShortName,displayFormName,id,"
          + "decimals,annualized,numerator,denominator,explodedNumerator,explodedDenominator,"
          + "indicatorType[factor]";
  private static final String CATEGORY_COMBO =
      "created,lastUpdated,code,name,categories~pluck,dataDimensionType,skipTotal,displayName,id,"
          + "isDefault";
  private static final String OPTION_COMBOS =
      ",categoryOptionCombos[code,name,categoryOptions~pluck,displayName,id]";
  private static final String CATEGORY =
      "created,lastUpdated,code,name,shortName,dataDimensionType,dataDimension,"
          + "categoryOptions~pluck,dimension,displayName,displayShortName,displayDescription,"
          + "allItems,id,isDefault";
  private static final String CATEGORY_OPTION =
      "created,lastUpdated,code,name,shortName,description,startDate,endDate,formName,"
          + "organisationUnits~pluck,displayName,dimensionItem,dimensionItemType,displayShortName,"
          + "displayFormName,displayDescription,id,isDefault";
  private static final String OPTION_SET =
      "created,lastUpdated,code,name,valueType,version,options[code,displayName,id],displayName,"
          + "id";

  private final Views views;
  private final SnapshotTags tags = new SnapshotTags();

  /** Routes over what views show. */
  public DataEntryMetadataRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/dataEntry/metadata"), this::metadata)
        .and(route(GET("/api/dataEntry/customForms/{dataSet}"), this::customForm));
  }

  private ServerResponse customForm(ServerRequest request) {
    View view = views.of(request);
    DataSet set =
        DataSetWrites.readable(
            request.pathVariable("dataSet"), CurrentUser.actor(request), view.snapshot());
    DataEntryForm form =
        set.dataEntryForm() == null
            ? null
            : view.snapshot().get(DataEntryForm.class, set.dataEntryForm().id());
    return Answers.json(json -> {
      json.writeStartObject();
      if (form != null) {
        json.writeStringProperty("id", form.uid());
        json.writeStringProperty("dataSetId", set.uid());
        json.writeNumberProperty("version", set.version());
        json.writeStringProperty("displayDensity", String.valueOf(form.style()));
        json.writeStringProperty(
            "form", CustomForm.withInputs(FormHtml.of(form).orElse(""), view.snapshot()));
      }
      json.writeEndObject();
    });
  }

  private ServerResponse metadata(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    View view = views.of(request);
    return tags.answered(
        request, view, () -> Answers.json(json -> new Contents(actor, view).write(json)));
  }

  /** What one user sees. */
  private static final class Contents {
    private final Actor actor;
    private final View view;
    private final MetadataSnapshot snapshot;

    Contents(Actor actor, View view) {
      this.actor = actor;
      this.view = view;
      this.snapshot = view.snapshot();
    }

    void write(JsonGenerator json) {
      List<DataSet> sets =
          snapshot.all(DataSet.class).stream()
              .filter(set -> AccessRules.may(actor, Action.DATA_WRITE, set, snapshot))
              .toList();
      Set<DataElement> elements = new LinkedHashSet<>();
      Set<CategoryCombo> combos = new LinkedHashSet<>();
      Set<Indicator> indicators = new LinkedHashSet<>();
      for (DataSet set : sets) {
        add(CategoryCombo.class, set.categoryCombo(), combos);
        set.indicators().forEach(ref -> add(Indicator.class, ref, indicators));
        for (DataSetElement element : set.dataSetElements()) {
          add(DataElement.class, element.dataElement(), elements);
          add(CategoryCombo.class, element.categoryCombo(), combos);
        }
      }
      Set<OptionSet> optionSets = new LinkedHashSet<>();
      for (DataElement element : elements) {
        add(CategoryCombo.class, element.categoryCombo(), combos);
        add(OptionSet.class, element.optionSet(), optionSets);
        add(OptionSet.class, element.commentOptionSet(), optionSets);
      }
      Set<Category> categories = new LinkedHashSet<>();
      combos.forEach(c -> c.categories().forEach(ref -> add(Category.class, ref, categories)));
      Set<CategoryOption> options = new LinkedHashSet<>();
      categories.forEach(
          c -> c.categoryOptions().forEach(ref -> add(CategoryOption.class, ref, options)));
      options.removeIf(option -> !isOpen(option));
      json.writeStartObject();
      dataSets(json, sets);
      objects(json, "dataElements", DataElement.class, elements, DATA_ELEMENT);
      objects(json, "indicators", Indicator.class, indicators, INDICATOR);
      categoryCombos(json, combos);
      objects(json, "categories", Category.class, categories, CATEGORY);
      objects(json, "categoryOptions", CategoryOption.class, options, CATEGORY_OPTION);
      objects(json, "optionSets", OptionSet.class, optionSets, OPTION_SET);
      json.writeEndObject();
    }

    /** Who may not write data of an attribute option cannot choose it. */
    private boolean isOpen(CategoryOption option) {
      return AccessRules.may(actor, Action.DATA_WRITE, option, snapshot)
          || snapshot.referrers(option, Category.class, "categoryOptions").stream()
              .noneMatch(c -> c.dataDimensionType() == DataDimensionType.ATTRIBUTE);
    }

    private <T> void add(Class<T> type, @Nullable Ref<T> ref, Set<T> objects) {
      if (ref != null) {
        snapshot.find(type, ref.id()).ifPresent(objects::add);
      }
    }

    private void dataSets(JsonGenerator json, List<DataSet> sets) {
      FieldsPlan plan = FieldsPlan.compile(ObjectType.of(DataSet.class), DATA_SET);
      FieldsPlan sectionPlan = FieldsPlan.compile(ObjectType.of(Section.class), SECTION);
      json.writeArrayPropertyStart("dataSets");
      for (DataSet set : sets) {
        json.writeStartObject();
        properties(json, set, plan);
        json.writeArrayPropertyStart("sections");
        sections(set).forEach(section -> section(json, section, sectionPlan));
        json.writeEndArray();
        json.writeArrayPropertyStart("organisationUnits");
        units(set).forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void properties(JsonGenerator json, MetadataObject object, FieldsPlan plan) {
      FieldsWriter writer = new FieldsWriter(json, view);
      for (Node node : plan.nodes()) {
        writer.property(object, node, Objects.requireNonNull(node.property()));
      }
    }

    private List<Section> sections(DataSet set) {
      List<Section> sections = new ArrayList<>(snapshot.referrers(set, Section.class, "dataSet"));
      sections.sort(
          java.util.Comparator.comparing(s -> Objects.requireNonNullElse(s.sortOrder(), 0)));
      return sections;
    }

    private void section(JsonGenerator json, Section section, FieldsPlan plan) {
      json.writeStartObject();
      properties(json, section, plan);
      json.writeArrayPropertyStart("greyedFields");
      for (DataElementOperand operand : section.greyedFields()) {
        json.writeStartObject();
        if (operand.dataElement() != null) {
          json.writeStringProperty("dataElement", operand.dataElement().id());
        }
        if (operand.categoryOptionCombo() != null) {
          json.writeStringProperty("categoryOptionCombo", operand.categoryOptionCombo().id());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    /** The units that report the set and that the user enters data for. */
    private Stream<String> units(DataSet set) {
      return set.organisationUnits().stream()
          .flatMap(ref -> snapshot.find(OrganisationUnit.class, ref.id()).stream())
          .filter(unit -> AccessRules.within(unit, actor.captureUnits(), snapshot))
          .map(OrganisationUnit::uid);
    }

    /** Those of attributes come without their combinations, since clients send options. */
    private void categoryCombos(JsonGenerator json, Set<CategoryCombo> combos) {
      ObjectType<CategoryCombo> type = ObjectType.of(CategoryCombo.class);
      FieldsPlan plain = FieldsPlan.compile(type, CATEGORY_COMBO);
      FieldsPlan full = FieldsPlan.compile(type, CATEGORY_COMBO + OPTION_COMBOS);
      FieldsWriter writer = new FieldsWriter(json, view);
      json.writeArrayPropertyStart("categoryCombos");
      for (CategoryCombo combo : combos) {
        boolean attribute = combo.dataDimensionType() == DataDimensionType.ATTRIBUTE;
        writer.write(combo, attribute ? plain : full);
      }
      json.writeEndArray();
    }

    private <T> void objects(
        JsonGenerator json, String name, Class<T> type, Collection<T> objects, String fields) {
      FieldsPlan plan = FieldsPlan.compile(ObjectType.of(type), fields);
      FieldsWriter writer = new FieldsWriter(json, view);
      json.writeArrayPropertyStart(name);
      objects.forEach(object -> writer.write(object, plan));
      json.writeEndArray();
    }
  }
}
