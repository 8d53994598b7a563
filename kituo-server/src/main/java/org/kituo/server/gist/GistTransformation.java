package org.kituo.server.gist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.query.FieldSpec.Transformer;

/** What a value is told as. */
enum GistTransformation {
  /** The value itself. */
  NONE,
  /** Not at all, but the address where it can be had. */
  LINK,
  SIZE,
  IS_EMPTY,
  IS_NOT_EMPTY,
  IDS,
  ID_OBJECTS,
  MEMBER,
  NOT_MEMBER,
  PLUCK;

  /** The transformation that a request asks for; null where it asks for none. */
  static @Nullable GistTransformation asked(List<Transformer> transformers) {
    GistTransformation asked = null;
    for (Transformer transformer : transformers) {
      asked =
          switch (transformer.name()) {
            case "size" -> SIZE;
            case "isEmpty", "is-empty" -> IS_EMPTY;
            case "isNotEmpty", "is-not-empty" -> IS_NOT_EMPTY;
            case "ids" -> IDS;
            case "id-objects" -> ID_OBJECTS;
            case "member" -> MEMBER;
            case "not-member" -> NOT_MEMBER;
            case "pluck" -> PLUCK;
            case "from" -> NONE; // what a value is computed from need not be said here
            default -> asked;
          };
    }
    return asked;
  }
}
