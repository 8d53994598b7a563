package org.kituo.store.datavalue;

/**
 * What names a figure: keys of the metadata snapshot, and {@code Period.key()}.
 *
 * @param categoryOptionCombo the cell of the data element's disaggregation
 * @param attributeOptionCombo the cell of the data set's attributes, such as a project
 */
public record DataValueKey(
    int dataElement, int period, int orgUnit, int categoryOptionCombo, int attributeOptionCombo) {}
