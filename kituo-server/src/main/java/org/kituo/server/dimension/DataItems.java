package org.kituo.server.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.ExpressionDimensionItem;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.Option;
import org.kituo.model.metadata.OptionSet;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.ProgramIndicator;
import org.kituo.model.metadata.ProgramStage;
import org.kituo.model.metadata.TrackedEntityAttribute;
import org.kituo.model.metadata.constant.DataElementDomain;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All that can be asked of analytics as data, as one list of short descriptions. */
final class DataItems {
  private final View view;
  private final MetadataSnapshot snapshot;
  private final Actor actor;
  private final Set<DataItemType> wanted;
  private final List<ObjectNode> items = new ArrayList<>();

  private DataItems(View view, Actor actor, Set<DataItemType> wanted) {
    this.view = view;
    this.snapshot = view.snapshot();
    this.actor = actor;
    this.wanted = wanted;
  }

  /** The items of some types that an actor may read. */
  static List<ObjectNode> of(View view, Actor actor, Set<DataItemType> wanted) {
    DataItems all = new DataItems(view, actor, wanted);
    all.simple(DataItemType.INDICATOR, Indicator.class);
    all.simple(DataItemType.PROGRAM_INDICATOR, ProgramIndicator.class);
    all.simple(DataItemType.DATA_SET, DataSet.class);
    all.simple(DataItemType.EXPRESSION_DIMENSION_ITEM, ExpressionDimensionItem.class);
    all.simple(DataItemType.DATA_ELEMENT, DataElement.class);
    if (wanted.stream().anyMatch(DataItemType::isOfProgram)) {
      all.snapshot.all(Program.class).forEach(all::program);
    }
    return all.items;
  }

  private void simple(DataItemType type, Class<? extends MetadataObject> record) {
    if (!wanted.contains(type)) {
      return;
    }
    for (MetadataObject object : snapshot.all(record)) {
      boolean ofTracker =
          object instanceof DataElement e && e.domainType() != DataElementDomain.AGGREGATE;
      if (!ofTracker && isReadable(object)) {
        item(type, object.uid(), "", List.of(object));
      }
    }
  }

  private boolean isReadable(MetadataObject object) {
    return AccessRules.may(actor, Action.READ, object, snapshot);
  }

  /**
   * One item.
   *
   * @param shown the objects after which it is named, the last being the item itself
   */
  private ObjectNode item(
      DataItemType type, String id, String program, List<? extends MetadataObject> shown) {
    MetadataObject own = shown.getLast();
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("id", id);
    if (own.identity().code() != null) {
      item.put("code", own.identity().code());
    }
    item.put("name", named(shown, "name", false));
    item.put("displayName", named(shown, "name", true));
    item.put("shortName", named(shown, "shortName", false));
    item.put("displayShortName", named(shown, "shortName", true));
    item.put("dimensionItemType", type.dimensionItemType());
    valueType(item, own);
    if (!program.isEmpty()) {
      item.put("programId", program);
    }
    if (own instanceof ExpressionDimensionItem e && e.expression() != null) {
      item.put("expression", e.expression());
    }
    items.add(item);
    return item;
  }

  private String named(List<? extends MetadataObject> shown, String property, boolean displayed) {
    List<String> names = new ArrayList<>();
    for (MetadataObject object : shown) {
      TypeProperty kept = ObjectType.of(object).property(property);
      Object name =
          kept == null || !kept.stored()
              ? null
              : displayed ? view.displayed(object, property) : kept.stored(object);
      names.add(name == null ? object.label() : name.toString());
    }
    return String.join(" ", names);
  }

  private static void valueType(ObjectNode item, MetadataObject object) {
    ValueType type =
        switch (object) {
          case DataElement e -> e.valueType();
          case TrackedEntityAttribute a -> a.valueType();
          default -> null;
        };
    if (type != null) {
      item.put("valueType", type.name());
      item.put("simplifiedValueType", simplified(type));
    }
  }

  /** The kinds of values that analytics apps distinguish. */
  private static String simplified(ValueType type) {
    return switch (type) {
      case NUMBER,
          UNIT_INTERVAL,
          PERCENTAGE,
          INTEGER,
          INTEGER_POSITIVE,
          INTEGER_NEGATIVE,
          INTEGER_ZERO_OR_POSITIVE ->
          "NUMBER";
      case BOOLEAN, TRUE_ONLY -> "BOOLEAN";
      case DATE, DATETIME, TIME, AGE -> "DATE";
      case FILE_RESOURCE, IMAGE -> "FILE_RESOURCE";
      case COORDINATE, GEOJSON -> "COORDINATE";
      default -> "TEXT";
    };
  }

  private void program(Program program) {
    if (!isReadable(program)) {
      return;
    }
    program.programTrackedEntityAttributes().stream()
        .map(a -> a.trackedEntityAttribute())
        .filter(Objects::nonNull)
        .flatMap(r -> snapshot.find(TrackedEntityAttribute.class, r.id()).stream())
        .filter(this::isReadable)
        .forEach(a -> ofProgram(program, a, a.optionSet(), DataItemType.PROGRAM_ATTRIBUTE));
    program.programStages().stream()
        .flatMap(r -> snapshot.find(ProgramStage.class, r.id()).stream())
        .flatMap(s -> s.programStageDataElements().stream())
        .map(d -> d.dataElement())
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(r -> snapshot.find(DataElement.class, r.id()).stream())
        .filter(this::isReadable)
        .forEach(e -> ofProgram(program, e, e.optionSet(), DataItemType.PROGRAM_DATA_ELEMENT));
  }

  /** A data element or attribute of a program, and with each of its options. */
  private void ofProgram(
      Program program, MetadataObject object, @Nullable Ref<OptionSet> options, DataItemType type) {
    String id = program.uid() + "." + object.uid();
    if (wanted.contains(type)) {
      ObjectNode item = item(type, id, program.uid(), List.of(program, object));
      if (options != null) {
        item.put("optionSetId", options.id());
      }
    }
    DataItemType withOption =
        type == DataItemType.PROGRAM_ATTRIBUTE
            ? DataItemType.PROGRAM_ATTRIBUTE_OPTION
            : DataItemType.PROGRAM_DATA_ELEMENT_OPTION;
    if (options == null || !wanted.contains(withOption)) {
      return;
    }
    OptionSet set = snapshot.get(OptionSet.class, options.id());
    for (Ref<Option> ref : set == null ? List.<Ref<Option>>of() : set.options()) {
      Option option = snapshot.get(Option.class, ref.id());
      if (option != null) {
        item(withOption, id + "." + option.uid(), program.uid(), List.of(program, object, option))
            .put("optionSetId", options.id())
            .put(
                type.name().toLowerCase(Locale.ROOT).contains("attribute")
                    ? "programAttributeId"
                    : "programDataElementId",
                id);
      }
    }
  }
}
