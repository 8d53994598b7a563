package org.kituo.model.snapshot;

import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import tools.jackson.databind.JsonNode;

/**
 * A snapshot as one user sees it.
 *
 * @param snapshot the metadata
 * @param userId the identifier of the user
 * @param locale the language of displayed texts, such as {@code fr} or {@code pt_BR}; null for the
 *     texts as given
 * @param apiUrl the address below which objects are found, such as {@code
 *     http://localhost:8080/api}
 * @param decision what the user may do with an object, as the property {@code access}
 * @param moments the moment that belongs to an object with an identifier and is not kept with it:
 *     the last login of a user, the next run of a job
 */
public record View(
    MetadataSnapshot snapshot,
    String userId,
    @Nullable String locale,
    String apiUrl,
    Function<MetadataObject, JsonNode> decision,
    Function<String, @Nullable LocalDateTime> moments) {

  /** The same view of another state of the metadata. */
  public View over(MetadataSnapshot other) {
    return new View(other, userId, locale, apiUrl, decision, moments);
  }

  /** A text in the user's language. */
  public @Nullable String translated(MetadataObject object, String key, @Nullable String text) {
    String translation = locale == null ? null : object.identity().translation(key, locale);
    return translation == null ? text : translation;
  }

  /**
   * The text of a property in the user's language; null where the type does not keep the property.
   */
  public @Nullable String displayed(MetadataObject object, String property) {
    TypeProperty p = ObjectType.of(object).property(property);
    if (p == null || !p.stored()) {
      return null;
    }
    String key = p.facts().translationKey();
    String text = (String) p.stored(object);
    return key == null ? text : translated(object, key, text);
  }

  /** What the user may do with an object, as the property {@code access}. */
  public JsonNode access(MetadataObject object) {
    return decision.apply(object);
  }

  /** When a user logged in last or a job runs next; null where never. */
  public @Nullable LocalDateTime moment(String uid) {
    return moments.apply(uid);
  }

  /** The address of an object; null for embedded ones. */
  public @Nullable String href(MetadataObject object) {
    ObjectType<?> type = ObjectType.of(object);
    boolean own = type.facts().metadata() && type.facts().endpoint();
    return own || !type.facts().path().isEmpty()
        ? apiUrl + "/" + type.plural() + "/" + object.uid()
        : null;
  }
}
