package org.kituo.server.dimension;

/** The types of data items, as filters name them. */
enum DataItemType {
  INDICATOR,
  DATA_ELEMENT,
  DATA_SET,
  PROGRAM_INDICATOR,
  PROGRAM_DATA_ELEMENT,
  PROGRAM_DATA_ELEMENT_OPTION,
  PROGRAM_ATTRIBUTE,
  PROGRAM_ATTRIBUTE_OPTION,
  EXPRESSION_DIMENSION_ITEM;

  /** The type as answers name it: data sets are asked for their reporting rates. */
  String dimensionItemType() {
    return this == DATA_SET ? "REPORTING_RATE" : name();
  }

  /** Whether items of the type belong to a program. */
  boolean isOfProgram() {
    return name().startsWith("PROGRAM_") && this != PROGRAM_INDICATOR;
  }
}
