package org.kituo.model.schema;

/**
 * The value of a custom attribute.
 *
 * @param attribute the identifier of the attribute
 * @param value the value as text
 */
public record AttributeValue(String attribute, String value) {}
