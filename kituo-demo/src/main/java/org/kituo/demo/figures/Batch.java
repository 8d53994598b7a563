package org.kituo.demo.figures;

/**
 * One request of data values: the JSON of a {@code dataValueSet} of one data set.
 *
 * @param number position among all batches, from 1
 * @param size number of values
 * @param json the request's body
 */
public record Batch(int number, String dataSet, String dataSetName, int size, byte[] json) {}
