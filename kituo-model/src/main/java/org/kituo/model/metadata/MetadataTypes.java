package org.kituo.model.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;

/**
 * The list of all metadata types. A new type is added here. Types with a path of their own stand in
 * the order in which {@code /api/resources} tells them, which is DHIS2's and follows no rule.
 */
public final class MetadataTypes {
  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          DashboardItem.class,
          MapView.class,
          CategoryOption.class,
          MessageConversation.class,
          OAuth2Authorization.class,
          PredictorGroup.class,
          JobConfiguration.class,
          OrganisationUnitGroup.class,
          GeoMap.class,
          DataElementGroupSet.class,
          FileResource.class,
          DataElementOperand.class,
          Attribute.class,
          DataSetNotificationTemplate.class,
          ProgramDataElement.class,
          Predictor.class,
          Visualization.class,
          ApiToken.class,
          ExternalMapLayer.class,
          AnalyticsTableHook.class,
          ValidationRule.class,
          DataSet.class,
          LegendSet.class,
          EventReport.class,
          Report.class,
          UserRole.class,
          DataApprovalLevel.class,
          DataApprovalWorkflow.class,
          IndicatorGroupSet.class,
          OrganisationUnitGroupSet.class,
          TrackedEntityAttribute.class,
          ProgramIndicator.class,
          Constant.class,
          TrackedEntityFilter.class,
          Icon.class,
          IndicatorType.class,
          Route.class,
          UserGroup.class,
          RelationshipType.class,
          ValidationRuleGroup.class,
          ValidationNotificationTemplate.class,
          ValidationResult.class,
          Section.class,
          CategoryOptionGroupSet.class,
          MinMaxDataElement.class,
          EventChart.class,
          CategoryOptionGroup.class,
          EventVisualization.class,
          OrganisationUnit.class,
          DataStoreEntry.class,
          MetadataVersion.class,
          CategoryOptionCombo.class,
          EventFilter.class,
          Document.class,
          ProgramSection.class,
          OAuth2AuthorizationConsent.class,
          DataElementGroup.class,
          OrganisationUnitLevel.class,
          SqlView.class,
          ProgramStageWorkingList.class,
          OptionGroupSet.class,
          User.class,
          ProgramRuleAction.class,
          Indicator.class,
          AggregateDataExchange.class,
          ProgramIndicatorGroup.class,
          OptionGroup.class,
          MetadataProposal.class,
          OAuth2Client.class,
          Category.class,
          ProgramStageSection.class,
          DataElement.class,
          DataEntryForm.class,
          CategoryCombo.class,
          EventHook.class,
          Program.class,
          ProgramNotificationTemplate.class,
          Option.class,
          Dashboard.class,
          TrackedEntityType.class,
          Interpretation.class,
          ProgramRule.class,
          IndicatorGroup.class,
          ProgramRuleVariable.class,
          ProgramStage.class,
          SmsCommand.class,
          OptionSet.class,
          ExpressionDimensionItem.class,
          Access.class,
          AnalyticsPeriodBoundary.class,
          Axis.class,
          CategoryDimension.class,
          CategoryOptionGroupSetDimension.class,
          DataElementGroupSetDimension.class,
          DataSetElement.class,
          EventRepetition.class,
          Expression.class,
          InterpretationComment.class,
          ItemConfig.class,
          Legend.class,
          LegendDefinitions.class,
          ObjectStyle.class,
          OrganisationUnitGroupSetDimension.class,
          OutlierAnalysis.class,
          ProgramAttribute.class,
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
          UserGroupAccess.class);

  /** All types, those that are embedded in others too, in the order of the list above. */
  public static final List<ObjectType<?>> LISTED =
      RECORDS.stream().<ObjectType<?>>map(ObjectType::of).toList();

  /** The types whose objects stand for themselves, in import order. */
  public static final List<ObjectType<?>> ALL =
      LISTED.stream()
          .filter(t -> t.facts().metadata())
          .sorted(Comparator.comparingInt(t -> t.facts().order()))
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
