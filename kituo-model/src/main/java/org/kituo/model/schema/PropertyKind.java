package org.kituo.model.schema;

/** The {@code propertyType} of a property in {@code /api/schemas}. */
public enum PropertyKind {
  IDENTIFIER,
  TEXT,
  NUMBER,
  INTEGER,
  BOOLEAN,
  USERNAME,
  EMAIL,
  PASSWORD,
  URL,
  DATE,
  PHONENUMBER,
  GEOLOCATION,
  COLOR,
  CONSTANT,
  COMPLEX,
  COLLECTION,
  REFERENCE,
  /** Not a kind of the API: the annotation leaves it to the Java type. */
  DERIVED;

  /** Whether a value is a plain JSON value rather than an object or an array. */
  public boolean isSimple() {
    return switch (this) {
      case COMPLEX, COLLECTION, REFERENCE -> false;
      default -> true;
    };
  }

  /** Whether a value is a JSON string of free text. */
  public boolean isText() {
    return switch (this) {
      case IDENTIFIER, TEXT, USERNAME, EMAIL, PASSWORD, URL, PHONENUMBER, GEOLOCATION, COLOR ->
          true;
      default -> false;
    };
  }
}
