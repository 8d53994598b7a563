package org.kituo.data.datavalue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kituo.data.datavalue.DataValueExport.Prepared;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOption;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValue;

/**
 * What an export calls the parts of a figure, each looked up once. An object that lacks the
 * property by which it shall be named is named by its identifier.
 */
final class ExportNames {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

  private final ExportRequest request;
  private final MetadataSnapshot snapshot;
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<Integer, String> attributes = new HashMap<>();
  private final Map<Integer, String> periods = new HashMap<>();
  private final Map<Integer, Map<String, String>> options = new HashMap<>();

  ExportNames(Prepared export) {
    this.request = export.request();
    this.snapshot = export.snapshot();
  }

  /** Whether the objects of a figure still exist. */
  boolean areKnown(DataValue value) {
    return snapshot.byKey(DataElement.class, value.key().dataElement()) != null
        && snapshot.byKey(OrganisationUnit.class, value.key().orgUnit()) != null;
  }

  String dataElement(DataValue value) {
    return name(DataElement.class, value.key().dataElement(), "dataElementIdScheme");
  }

  String orgUnit(DataValue value) {
    return name(OrganisationUnit.class, value.key().orgUnit(), "orgUnitIdScheme");
  }

  String period(DataValue value) {
    return periods.computeIfAbsent(
        value.key().period(), key -> snapshot.calendar().ofKey(key).iso());
  }

  String category(DataValue value) {
    return name(
        CategoryOptionCombo.class,
        value.key().categoryOptionCombo(),
        "categoryOptionComboIdScheme");
  }

  /** The two kinds of combinations may be named differently. */
  String attribute(DataValue value) {
    return attributes.computeIfAbsent(
        value.key().attributeOptionCombo(),
        key -> nameOf(CategoryOptionCombo.class, key, "attributeOptionComboIdScheme"));
  }

  /** The options by category; empty for the combination that stands for none. */
  Map<String, String> categoryOptions(DataValue value) {
    return options(value.key().categoryOptionCombo());
  }

  /** The attribute options by category; empty for the combination that stands for none. */
  Map<String, String> attributeOptions(DataValue value) {
    return options(value.key().attributeOptionCombo());
  }

  private Map<String, String> options(int combo) {
    return options.computeIfAbsent(
        combo,
        key -> {
          CategoryOptionCombo object = snapshot.byKey(CategoryOptionCombo.class, key);
          return object == null ? Map.of() : unfold(object);
        });
  }

  private Map<String, String> unfold(CategoryOptionCombo combo) {
    Map<String, String> unfolded = new TreeMap<>();
    for (Ref<CategoryOption> ref : combo.categoryOptions()) {
      CategoryOption option = snapshot.get(CategoryOption.class, ref.id());
      if (option == null || "default".equals(option.name())) {
        return Map.of();
      }
      for (Category category : snapshot.referrers(option, Category.class, "categoryOptions")) {
        if (isOf(category, combo)) {
          unfolded.put(
              named(category, request.output("categoryIdScheme")),
              named(option, request.output("categoryOptionIdScheme")));
        }
      }
    }
    return unfolded;
  }

  private boolean isOf(Category category, CategoryOptionCombo combo) {
    return combo.categoryCombo() != null
        && snapshot
            .find(CategoryCombo.class, combo.categoryCombo().id())
            .filter(c -> c.categories().contains(new Ref<Category>(category.uid())))
            .isPresent();
  }

  private String name(Class<? extends MetadataObject> type, int key, String scheme) {
    return names.computeIfAbsent(key, k -> nameOf(type, k, scheme));
  }

  private String nameOf(Class<? extends MetadataObject> type, int key, String scheme) {
    MetadataObject object = snapshot.byKey(type, key);
    return object == null ? "" : named(object, request.output(scheme));
  }

  private static String named(MetadataObject object, IdScheme scheme) {
    String text = Identifiers.text(object, scheme);
    return text == null ? object.uid() : text;
  }

  /** A time as exports write it. */
  static String time(Instant time) {
    return TIME.format(time);
  }
}
