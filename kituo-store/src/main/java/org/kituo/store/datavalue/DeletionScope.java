package org.kituo.store.datavalue;

/**
 * Figures that are to be deleted before others are written: all of some units and periods, for some
 * elements. The last three go together by position; 0 stands for any combination.
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight on to the driver, never compared
public record DeletionScope(
    int[] orgUnits,
    int[] periods,
    int[] dataElements,
    int[] categoryOptionCombos,
    int[] attributeOptionCombos) {}
