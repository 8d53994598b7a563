package org.kituo.model.metadata;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.AggregationType;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.metadata.constant.ReportingRateMetric;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** A data set with a metric of its reporting as an item of analytics: known by both. */
@MetadataType(
    klass = "org.hisp.dhis.common.ReportingRate",
    plural = "reportingRates",
    metadata = false,
    embedded = true,
    nameable = true,
    translatable = false,
    owned = false,
    unkept = {"id", "code", "created", "lastUpdated", "lastUpdatedBy"})
@Virtual(name = "aggregationType", kind = PropertyKind.CONSTANT, type = AggregationType.class)
@Virtual(
    name = "dimensionItemType",
    kind = PropertyKind.CONSTANT,
    type = DimensionItemType.class,
    value = "\"REPORTING_RATE\"")
@Virtual(
    name = "legendSets",
    kind = PropertyKind.COLLECTION,
    klass = "org.hisp.dhis.legend.LegendSet",
    value = "[]")
public record ReportingRate(
    Identity identity,
    @Property(required = true, persisted = false) @Nullable Ref<DataSet> dataSet,
    @Property(required = true, persisted = false) @Nullable ReportingRateMetric metric)
    implements DimensionItem {

  /** Reporting rates are known by their data set. */
  public ReportingRate {
    identity = dataSet == null ? identity : Identity.of(dataSet.id(), null);
  }

  /** The name of the data set and that of the metric. */
  @Computed(writable = true)
  public String name(View view) {
    String set =
        view.snapshot().find(DataSet.class, uid()).map(s -> s.displayName(view)).orElse(uid());
    String words = metricName().toLowerCase(Locale.ROOT).replace('_', ' ');
    return set + " - " + Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** The same. */
  @Computed(writable = true)
  public String shortName(View view) {
    return name(view);
  }

  @Override
  public String displayName(View view) {
    return name(view);
  }

  @Override
  public String displayShortName(View view) {
    return name(view);
  }

  @Override
  public String dimensionItem(View view) {
    return item();
  }

  /** The identifier in analytics: the data set's and the metric, with a dot between. */
  public String item() {
    return uid() + "." + metricName();
  }

  private String metricName() {
    return (metric == null ? ReportingRateMetric.REPORTING_RATE : metric).name();
  }

  @Override
  public @Nullable String name() {
    return null;
  }
}
