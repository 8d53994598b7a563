package org.kituo.data.datavalue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueException.Kind;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DataSetElement;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.period.InvalidPeriodException;
import org.kituo.model.period.Period;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.store.form.FormKey;

/**
 * One form: a data set for a unit, a period and attribute options.
 *
 * @param attribute the attribute option combination
 */
public record FormTarget(
    DataSet dataSet, Period period, OrganisationUnit unit, CategoryOptionCombo attribute) {

  /** The form that a request names, if its user may see it. */
  public static FormTarget of(
      String dataSet,
      String period,
      String orgUnit,
      @Nullable String attributeCombo,
      List<String> attributeOptions,
      Actor actor,
      MetadataSnapshot snapshot)
      throws DataValueException {
    return new FormTarget(
        dataSet(dataSet, actor, snapshot),
        period(period, snapshot),
        unit(orgUnit, actor, snapshot),
        attribute(attributeCombo, attributeOptions, actor, snapshot));
  }

  /** The form by keys. */
  public FormKey key(MetadataSnapshot snapshot) {
    return new FormKey(
        snapshot.key(dataSet), period.key(), snapshot.key(unit), snapshot.key(attribute));
  }

  /** The keys of the data elements of a data set. */
  public static int[] elements(DataSet set, MetadataSnapshot snapshot) {
    return set.dataSetElements().stream()
        .map(DataSetElement::dataElement)
        .filter(java.util.Objects::nonNull)
        .mapToInt(ref -> snapshot.key(DataElement.class, ref.id()))
        .toArray();
  }

  /** A data set that the user may read data of. */
  public static DataSet dataSet(String uid, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    DataSet set = snapshot.get(DataSet.class, uid);
    if (set == null || !AccessRules.may(actor, AccessRules.Action.DATA_READ, set, snapshot)) {
      throw DataValueException.conflict(
          "E1105", "Data set not found or not accessible: `" + uid + "`");
    }
    return set;
  }

  /** A period. */
  public static Period period(String text, MetadataSnapshot snapshot) throws DataValueException {
    try {
      return snapshot.calendar().parse(text);
    } catch (InvalidPeriodException e) {
      throw DataValueException.conflict("E1101", "Period is invalid: `" + text + "`");
    }
  }

  /** A unit whose data the user may see. */
  public static OrganisationUnit unit(String uid, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    OrganisationUnit unit = snapshot.get(OrganisationUnit.class, uid);
    if (unit == null) {
      throw DataValueException.conflict(
          "E1102", "Organisation unit not found or not accessible: `" + uid + "`");
    }
    if (!DataValueEntry.maySee(unit, actor, snapshot)) {
      throw DataValueException.conflict(
          "E2012", "User is not allowed to view org unit(s): `[" + uid + "]`");
    }
    return unit;
  }

  /** The attribute option combination of some options; the default one for none. */
  public static CategoryOptionCombo attribute(
      @Nullable String combo, List<String> options, Actor actor, MetadataSnapshot snapshot)
      throws DataValueException {
    CategoryOptionCombo found =
        combo == null || options.isEmpty()
            ? snapshot.get(CategoryOptionCombo.class, DefaultObjects.CATEGORY_OPTION_COMBO)
            : new Identifiers(snapshot).combo(combo, options);
    if (found == null) {
      throw DataValueException.conflict(
          "E1104", "Attribute option combo not found: `%s %s`".formatted(combo, options));
    }
    if (!AccessRules.may(actor, AccessRules.Action.DATA_READ, found, snapshot)) {
      throw new DataValueException(
          Kind.FORBIDDEN, null, "User cannot read data of " + found.label());
    }
    return found;
  }
}
