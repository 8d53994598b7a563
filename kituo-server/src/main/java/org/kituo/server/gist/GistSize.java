package org.kituo.server.gist;

import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.schema.TypeProperty.Origin;

/** How much of an object is told where nothing particular is asked for. */
enum GistSize {
  /** Identifiers and texts. */
  XS,
  /** Simple properties and references; collections as links. */
  S,
  /** Collections as counts too. */
  M,
  /** Collections as identifiers. */
  L,
  /** References and collections as objects with identifiers. */
  XL;

  /** What a property of this size is told as, unless the request says it. */
  GistTransformation usual(TypeProperty property) {
    boolean collection = property.collection();
    if (!property.reference()) {
      return collection && compareTo(L) < 0 ? GistTransformation.LINK : GistTransformation.NONE;
    }
    if (this == XL) {
      return GistTransformation.ID_OBJECTS;
    } else if (!collection || this == L) {
      return GistTransformation.IDS;
    }
    return this == M ? GistTransformation.SIZE : GistTransformation.LINK;
  }

  /** Whether a property is told where all are asked for. */
  boolean includes(TypeProperty property) {
    boolean told =
        property.facts().readable()
            && property.facts().persisted()
            && !property.name().equals("translations")
            && !property.name().equals("sharing")
            && !property.name().equals("attributeValues");
    if (!told || property.origin() == Origin.VIRTUAL) {
      return false;
    }
    return switch (this) {
      case XS -> property.kind().isText();
      case S -> property.kind() != PropertyKind.COMPLEX && !property.embedded();
      case M, L, XL -> property.kind() != PropertyKind.COMPLEX || compareTo(L) >= 0;
    };
  }
}
