package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.metadata.constant.FormType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** A form: data elements that facilities report together for a period. */
@MetadataType(
    klass = "org.hisp.dhis.dataset.DataSet",
    plural = "dataSets",
    order = 1310,
    nameable = true,
    shareable = true,
    dataShareable = true,
    attributable = true,
    createPublic = "F_DATASET_PUBLIC_ADD",
    createPrivate = "F_DATASET_PRIVATE_ADD",
    delete = "F_DATASET_DELETE")
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"REPORTING_RATE\"")
@Virtual(
    name = "interpretations",
    singular = "interpretation",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.interpretation.Interpretation",
    persisted = true,
    value = "[]")
@Inverse(name = "sections", singular = "section", of = Section.class, by = "dataSet")
public record DataSet(
    Identity identity,
    @Property(required = true) @Nullable Ref<CategoryCombo> categoryCombo,
    @Property(singular = "compulsoryDataElementOperand", ordered = false)
        List<DataElementOperand> compulsoryDataElementOperands,
    @Property boolean compulsoryFieldsCompleteOnly,
    @Property boolean dataElementDecoration,
    @Property(cascade = "all") @Nullable Ref<DataEntryForm> dataEntryForm,
    @Property(ordered = false, exclusive = true) List<DataInputPeriod> dataInputPeriods,
    @Property(singular = "dataSetElement", ordered = false, exclusive = true)
        List<DataSetElement> dataSetElements,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(max = 50000) @Nullable String displayOptions,
    @Property double expiryDays,
    @Property boolean fieldCombinationRequired,
    @Property(max = Integer.MAX_VALUE, translatable = "FORM_NAME") @Nullable String formName,
    @Property(singular = "indicator", ordered = false) List<Ref<Indicator>> indicators,
    @Property List<Ref<LegendSet>> legendSets,
    @Property(required = true) boolean mobile,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property boolean noValueRequiresComment,
    @Property @Nullable Ref<UserGroup> notificationRecipients,
    @Property boolean notifyCompletingUser,
    @Property int openFuturePeriods,
    @Property int openPeriodsAfterCoEndDate,
    @Property(singular = "organisationUnit", field = "sources", ordered = false)
        List<Ref<OrganisationUnit>> organisationUnits,
    @Property(required = true, sortable = false, klass = "org.hisp.dhis.period.PeriodType")
        @Nullable String periodType,
    @Property boolean renderAsTabs,
    @Property boolean renderHorizontally,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName,
    @Property boolean skipOffline,
    @Property @Nullable ObjectStyle style,
    @Property(min = -Double.MAX_VALUE) double timelyDays,
    @Property boolean validCompleteOnly,
    @Property int version,
    @Property @Nullable Ref<DataApprovalWorkflow> workflow)
    implements DimensionItem {

  /** How the form looks: a custom form beats sections, which beat the plain table. */
  @Computed
  public FormType formType(View view) {
    if (dataEntryForm != null) {
      return FormType.CUSTOM;
    }
    return view.snapshot().referrers(this, Section.class, "dataSet").isEmpty()
        ? FormType.DEFAULT
        : FormType.SECTION;
  }
}
