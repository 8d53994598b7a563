package org.kituo.model.metadata;

/**
 * Stored tables, charts and map layers: what they show is laid out in columns, rows and filters.
 */
public interface AnalyticalObject extends Favoritable, Nameable {}
