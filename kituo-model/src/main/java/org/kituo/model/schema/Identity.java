package org.kituo.model.schema;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all identifiable objects have. The schema shows these properties beside the type's own.
 *
 * @param id the identifier: 11 letters and digits, the first a letter
 * @param code a code given by people, unique within the type
 * @param created the time of creation, in the server's time zone
 * @param lastUpdated the time of the last change, in the server's time zone
 * @param createdBy the user who made it
 * @param lastUpdatedBy the user who changed it last
 * @param sharing who may see and change it
 * @param translations translated texts
 * @param attributeValues the values of custom attributes
 */
public record Identity(
    @Property(
            field = "uid",
            kind = PropertyKind.IDENTIFIER,
            min = 11,
            max = 11,
            unique = true,
            attribute = true)
        String id,
    @Property(kind = PropertyKind.IDENTIFIER, max = 50, unique = true, attribute = true)
        @Nullable String code,
    @Property(attribute = true) @Nullable LocalDateTime created,
    @Property(attribute = true) @Nullable LocalDateTime lastUpdated,
    @Property(klass = "org.hisp.dhis.user.User", kind = PropertyKind.REFERENCE)
        @Nullable Ref<?> createdBy,
    @Property(klass = "org.hisp.dhis.user.User", kind = PropertyKind.REFERENCE)
        @Nullable Ref<?> lastUpdatedBy,
    @Property(klass = "org.hisp.dhis.user.sharing.Sharing") Sharing sharing,
    @Property(
            singular = "translation",
            klass = "org.hisp.dhis.translation.Translation",
            ordered = false)
        List<Translation> translations,
    @Property(klass = "org.hisp.dhis.attribute.AttributeValues", kind = PropertyKind.COMPLEX)
        List<AttributeValue> attributeValues) {

  /** A new object's identity: nothing but the identifier and the code. */
  public static Identity of(String id, @Nullable String code) {
    return new Identity(id, code, null, null, null, null, Sharing.NONE, List.of(), List.of());
  }

  /** The same under another identifier. */
  public Identity withId(String other) {
    return new Identity(
        other,
        code,
        created,
        lastUpdated,
        createdBy,
        lastUpdatedBy,
        sharing,
        translations,
        attributeValues);
  }

  /** The value of a custom attribute, if the object has one. */
  public @Nullable String attribute(String attributeId) {
    for (AttributeValue value : attributeValues) {
      if (value.attribute().equals(attributeId)) {
        return value.value();
      }
    }
    return null;
  }

  /**
   * The translation of a text into a locale, the language alone second; null where there is none.
   */
  public @Nullable String translation(String property, String locale) {
    String language = null;
    for (Translation t : translations) {
      if (t.property().equals(property)) {
        if (t.locale().equals(locale)) {
          return t.value();
        }
        if (locale.startsWith(t.locale() + "_")) {
          language = t.value();
        }
      }
    }
    return language;
  }
}
