package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.access.ReadableCombos;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.datavalue.DataValueQuery;
import org.kituo.store.datavalue.DataValueReader;

/**
 * Exports figures. Everything that can be wrong with a request is found before the first figure is
 * read, since later an answer cannot be taken back; then figures stream.
 */
public final class DataValueExport {
  private final Supplier<MetadataSnapshot> metadata;
  private final DataValueReader reader;

  /**
   * @param metadata gives the present metadata; a request uses one state of it
   */
  public DataValueExport(Supplier<MetadataSnapshot> metadata, DataValueReader reader) {
    this.metadata = metadata;
    this.reader = reader;
  }

  /**
   * An export that may begin.
   *
   * @param common what all its figures share, which is written once
   */
  public record Prepared(
      ExportRequest request,
      DataValueQuery query,
      Common common,
      Actor actor,
      MetadataSnapshot snapshot) {}

  /**
   * What all figures of an export share because the request names just one, in the terms of the
   * answer; null for what they do not share.
   */
  public record Common(
      @Nullable String dataSet,
      @Nullable String period,
      @Nullable String orgUnit,
      @Nullable String attributeOptionCombo) {}

  /** Checks a request and the rights of its user. */
  public Prepared prepare(ExportRequest request, Actor actor) throws DataValueException {
    request.validate();
    MetadataSnapshot snapshot = metadata.get();
    Identifiers names = new Identifiers(snapshot);
    List<DataSet> sets =
        ExportScope.find(DataSet.class, request.dataSets(), "dataSetIdScheme", request, names);
    Set<DataElement> elements = elements(request, sets, snapshot, names);
    checkDataSets(sets, elements, actor, snapshot);
    List<OrganisationUnit> units = ExportScope.units(request, snapshot, names);
    ExportScope.checkUnits(units, actor, snapshot);
    List<CategoryOptionCombo> attributes =
        ExportScope.find(
            CategoryOptionCombo.class,
            request.attributeOptionCombos(),
            "attributeOptionComboIdScheme",
            request,
            names);
    for (CategoryOptionCombo combo : attributes) {
      if (!AccessRules.may(actor, Action.DATA_READ, combo, snapshot)) {
        throw DataValueException.conflict(
            "E2011",
            "User is not allowed to read data for attribute option combo(s): `[%s]`"
                .formatted(combo.uid()));
      }
    }
    DataValueQuery query =
        new DataValueQuery(
            ExportScope.keys(elements, snapshot),
            ExportScope.keys(units, snapshot),
            ExportScope.periods(request, snapshot),
            ExportScope.keys(
                ExportScope.find(
                    CategoryOptionCombo.class,
                    request.categoryOptionCombos(),
                    "categoryOptionComboIdScheme",
                    request,
                    names),
                snapshot),
            ExportScope.keys(attributes, snapshot),
            request.updatedSince(),
            request.includeDeleted(),
            request.order(),
            request.limit(),
            request.offset());
    return new Prepared(
        request, query, common(request, sets, units, attributes, snapshot), actor, snapshot);
  }

  /** Hands over the figures of an export that its user may see, one by one. */
  public <X extends Exception> void run(Prepared export, DataValueReader.Rows<X> rows)
      throws SQLException, X {
    DataValueQuery query = export.query();
    boolean nothing =
        query.dataElements().length == 0
            || query.orgUnits().length == 0
            || (export.request().updatedSince() == null && query.periods().isEmpty());
    if (nothing) {
      return;
    }
    ReadableCombos readable = ReadableCombos.of(export.actor(), export.snapshot());
    reader.read(
        query,
        value -> {
          if (readable.allows(value.key().categoryOptionCombo())
              && readable.allows(value.key().attributeOptionCombo())) {
            rows.row(value);
          }
        });
  }

  private static Common common(
      ExportRequest request,
      List<DataSet> sets,
      List<OrganisationUnit> units,
      List<CategoryOptionCombo> attributes,
      MetadataSnapshot snapshot) {
    boolean oneUnit =
        request.orgUnits().size() == 1 && !request.children() && request.orgUnitGroups().isEmpty();
    return new Common(
        one(request.dataSets(), sets, request.output("dataSetIdScheme")),
        request.periods().size() == 1
            ? snapshot.calendar().parse(request.periods().getFirst()).iso()
            : null,
        oneUnit ? one(request.orgUnits(), units, request.output("orgUnitIdScheme")) : null,
        one(
            request.attributeOptionCombos(),
            attributes,
            request.output("attributeOptionComboIdScheme")));
  }

  private static @Nullable String one(
      List<String> given, List<? extends MetadataObject> found, IdScheme scheme) {
    if (given.size() != 1) {
      return null;
    }
    return found.isEmpty()
        ? given.getFirst()
        : Objects.requireNonNullElse(
            Identifiers.text(found.getFirst(), scheme), found.getFirst().uid());
  }

  private static Set<DataElement> elements(
      ExportRequest request, List<DataSet> sets, MetadataSnapshot snapshot, Identifiers names) {
    Set<DataElement> elements =
        new LinkedHashSet<>(
            ExportScope.find(
                DataElement.class, request.dataElements(), "dataElementIdScheme", request, names));
    for (DataSet set : sets) {
      set.dataSetElements().stream()
          .map(DataSetElement::dataElement)
          .filter(Objects::nonNull)
          .forEach(ref -> snapshot.find(DataElement.class, ref.id()).ifPresent(elements::add));
    }
    for (DataElementGroup group :
        ExportScope.find(
            DataElementGroup.class,
            request.dataElementGroups(),
            "dataElementGroupIdScheme",
            request,
            names)) {
      for (Ref<DataElement> ref : group.dataElements()) {
        snapshot.find(DataElement.class, ref.id()).ifPresent(elements::add);
      }
    }
    return elements;
  }

  /** The sets that are named must be readable, and of those of each element at least one. */
  private static void checkDataSets(
      List<DataSet> sets, Set<DataElement> elements, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    Set<String> closed = new LinkedHashSet<>();
    for (DataSet set : sets) {
      if (!AccessRules.may(actor, Action.DATA_READ, set, snapshot)) {
        closed.add(set.uid());
      }
    }
    for (DataElement element : elements) {
      List<DataSet> of = snapshot.referrers(element, DataSet.class, "dataSetElements");
      if (!of.isEmpty()
          && of.stream().noneMatch(s -> AccessRules.may(actor, Action.DATA_READ, s, snapshot))) {
        of.forEach(set -> closed.add(set.uid()));
      }
    }
    if (!closed.isEmpty()) {
      throw DataValueException.conflict(
          "E2010", "User is not allowed to read data for data set(s): `" + closed + "`");
    }
  }
}
