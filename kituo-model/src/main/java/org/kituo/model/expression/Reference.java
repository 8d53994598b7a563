package org.kituo.model.expression;

/**
 * One mention of a metadata object in an expression.
 *
 * @param kind what the uid names
 * @param uid the object's uid
 * @param range where the uid stands in the text
 */
public record Reference(Kind kind, String uid, SourceRange range) {

  /** The type of the object, known from the place of its uid in the item. */
  public enum Kind {
    DATA_ELEMENT,
    DATA_ELEMENT_GROUP,
    CATEGORY_OPTION_COMBO,
    ATTRIBUTE_OPTION_COMBO,
    CATEGORY_OPTION,
    CATEGORY_OPTION_GROUP,
    CONSTANT,
    ORGANISATION_UNIT,
    ORGANISATION_UNIT_GROUP,
    DATA_SET,
    INDICATOR,
    PROGRAM,
    PROGRAM_STAGE,
    /** A variable of program rules, by its name within the program. */
    PROGRAM_RULE_VARIABLE,
    PROGRAM_INDICATOR,
    TRACKED_ENTITY_ATTRIBUTE,
    OPTION
  }
}
