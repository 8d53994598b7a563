package org.kituo.store.form;

/** A form that was or may be filled, by the keys of the snapshot and the period. */
public record FormKey(int dataSet, int period, int orgUnit, int attributeOptionCombo) {}
