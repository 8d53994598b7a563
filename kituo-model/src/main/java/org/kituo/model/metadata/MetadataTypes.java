package org.kituo.model.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;

/** The list of all metadata types. A new type is added here. */
public final class MetadataTypes {
  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          Attribute.class,
          UserRole.class,
          User.class,
          UserGroup.class,
          ExpressionDimensionItem.class,
          SqlView.class,
          Constant.class,
          JobConfiguration.class,
          Option.class,
          OptionSet.class,
          OptionGroup.class,
          OptionGroupSet.class,
          LegendSet.class,
          OrganisationUnit.class,
          OrganisationUnitLevel.class,
          OrganisationUnitGroup.class,
          OrganisationUnitGroupSet.class,
          CategoryOption.class,
          CategoryOptionGroup.class,
          CategoryOptionGroupSet.class,
          Category.class,
          CategoryCombo.class,
          CategoryOptionCombo.class,
          DataElement.class,
          Route.class,
          DataElementGroup.class,
          DataElementGroupSet.class,
          AnalyticsTableHook.class,
          IndicatorType.class,
          Indicator.class,
          IndicatorGroup.class,
          IndicatorGroupSet.class,
          DataEntryForm.class,
          DataSet.class,
          DataSetNotificationTemplate.class,
          Section.class,
          DataApprovalLevel.class,
          DataApprovalWorkflow.class,
          ValidationRule.class,
          ValidationRuleGroup.class,
          ValidationNotificationTemplate.class,
          TrackedEntityAttribute.class,
          TrackedEntityType.class,
          ProgramNotificationTemplate.class,
          ProgramStageSection.class,
          ProgramStage.class,
          SmsCommand.class,
          Program.class,
          EventChart.class,
          ProgramSection.class,
          ProgramIndicator.class,
          ProgramIndicatorGroup.class,
          ProgramRuleVariable.class,
          RelationshipType.class,
          ProgramRuleAction.class,
          ProgramRule.class,
          EventReport.class,
          AggregateDataExchange.class,
          EventHook.class,
          MapView.class,
          Document.class,
          EventVisualization.class,
          ExternalMapLayer.class,
          GeoMap.class,
          Report.class,
          Visualization.class,
          Predictor.class,
          PredictorGroup.class,
          Dashboard.class,
          ApiToken.class,
          EventFilter.class,
          OAuth2Authorization.class,
          OAuth2AuthorizationConsent.class,
          OAuth2Client.class,
          ProgramStageWorkingList.class,
          TrackedEntityFilter.class);

  /** All types in import order. */
  public static final List<ObjectType<?>> ALL = all();

  /** The types that the schema describes beside: embedded in others, or kept by other parts. */
  public static final List<ObjectType<?>> OTHERS =
      Stream.of(
              Access.class,
              AnalyticsPeriodBoundary.class,
              Axis.class,
              CategoryDimension.class,
              CategoryOptionGroupSetDimension.class,
              DashboardItem.class,
              DataElementGroupSetDimension.class,
              DataElementOperand.class,
              DataSetElement.class,
              DataStoreEntry.class,
              EventRepetition.class,
              Expression.class,
              FileResource.class,
              Icon.class,
              Interpretation.class,
              InterpretationComment.class,
              ItemConfig.class,
              Legend.class,
              LegendDefinitions.class,
              MessageConversation.class,
              MetadataProposal.class,
              MetadataVersion.class,
              MinMaxDataElement.class,
              ObjectStyle.class,
              OrganisationUnitGroupSetDimension.class,
              OutlierAnalysis.class,
              ProgramAttribute.class,
              ProgramDataElement.class,
              ProgramIndicatorDimension.class,
              ProgramStageDataElement.class,
              ProgramTrackedEntityAttribute.class,
              RelationshipConstraint.class,
              ReportingRate.class,
              SeriesKey.class,
              SharingForm.class,
              TrackedEntityDataElementDimension.class,
              TrackedEntityTypeAttribute.class,
              UserAccess.class,
              UserGroupAccess.class,
              ValidationResult.class)
          .<ObjectType<?>>map(ObjectType::of)
          .toList();

  private static final Map<String, ObjectType<?>> BY_PLURAL = new HashMap<>();
  private static final Map<String, ObjectType<?>> BY_SINGULAR = new HashMap<>();
  private static final Map<String, Class<? extends Record>> BY_KLASS = new HashMap<>();
  private static final Map<Class<?>, List<Referrer>> REFERRERS = new HashMap<>();

  static {
    for (ObjectType<?> type : ALL) {
      BY_PLURAL.put(type.plural(), type);
      BY_SINGULAR.put(type.singular(), type);
      BY_KLASS.put(type.klass(), type.record().asSubclass(Record.class));
      for (TypeProperty p : type.references()) {
        targets(type, p, p, 0);
      }
    }
  }

  private MetadataTypes() {}

  /**
   * A property by which objects of a type refer to objects of another, perhaps through an embedded
   * object.
   */
  public record Referrer(ObjectType<?> type, TypeProperty property) {}

  private static List<ObjectType<?>> all() {
    List<ObjectType<?>> types = new ArrayList<>();
    RECORDS.forEach(r -> types.add(ObjectType.of(r)));
    types.sort(Comparator.comparingInt(t -> t.facts().order()));
    return List.copyOf(types);
  }

  private static void targets(
      ObjectType<?> type, TypeProperty top, TypeProperty property, int depth) {
    Class<? extends Record> target = property.target();
    if (target == null || depth > 3) {
      return;
    }
    if (property.reference()) {
      List<Referrer> known = REFERRERS.computeIfAbsent(target, t -> new ArrayList<>());
      if (known.stream().noneMatch(r -> r.property() == top)) {
        known.add(new Referrer(type, top));
      }
    } else {
      ObjectType.of(target).references().forEach(p -> targets(type, top, p, depth + 1));
    }
  }

  /** A type by the JSON name of a list; null where there is none. */
  public static @Nullable ObjectType<?> byPlural(String plural) {
    return BY_PLURAL.get(plural);
  }

  /** A type by the JSON name of one object; null where there is none. */
  public static @Nullable ObjectType<?> bySingular(String singular) {
    return BY_SINGULAR.get(singular);
  }

  /**
   * The type whose objects a property refers to or embeds: the one declared, or the one with the
   * property's class, as for the users who made and changed objects; null where there is none.
   */
  public static @Nullable Class<? extends Record> target(TypeProperty property) {
    if (property.target() != null || !property.reference()) {
      return property.target();
    }
    return BY_KLASS.get(property.collection() ? property.itemKlass() : property.klass());
  }

  /** The properties of all types that refer to objects of a type. */
  public static List<Referrer> referrers(Class<?> target) {
    return REFERRERS.getOrDefault(target, List.of());
  }

  /** The record of a type, as the class that objects have. */
  @SuppressWarnings("unchecked")
  public static Class<? extends MetadataObject> record(ObjectType<?> type) {
    return (Class<? extends MetadataObject>) type.record();
  }
}
