package org.kituo.model.schema;

/**
 * A translated text.
 *
 * @param property the key of the property, such as {@code NAME} or {@code SHORT_NAME}
 * @param locale the locale, such as {@code fr} or {@code pt_BR}
 * @param value the text
 */
public record Translation(String property, String locale, String value) {}
