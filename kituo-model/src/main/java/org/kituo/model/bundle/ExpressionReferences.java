package org.kituo.model.bundle;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.Indicator;
import org.kituo.model.metadata.Predictor;
import org.kituo.model.metadata.ProgramIndicator;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Finds expressions that name an object. Identifiers are unique, so that finding one in the text is
 * enough.
 */
final class ExpressionReferences {

  private ExpressionReferences() {}

  /** An object whose expression names another one, as reports name it; null where there is none. */
  static @Nullable String referrer(
      MetadataObject object, MetadataSnapshot snapshot, Set<String> gone) {
    for (Indicator i : snapshot.all(Indicator.class)) {
      if (names(i.numerator(), object) || names(i.denominator(), object)) {
        if (isLeft(i, gone)) {
          return described(i);
        }
      }
    }
    for (ValidationRule r : snapshot.all(ValidationRule.class)) {
      boolean left = r.leftSide() != null && names(r.leftSide().expression(), object);
      if ((left || r.rightSide() != null && names(r.rightSide().expression(), object))
          && isLeft(r, gone)) {
        return described(r);
      }
    }
    for (Predictor p : snapshot.all(Predictor.class)) {
      if (p.generator() != null && names(p.generator().expression(), object) && isLeft(p, gone)) {
        return described(p);
      }
    }
    for (ProgramIndicator p : snapshot.all(ProgramIndicator.class)) {
      if ((names(p.expression(), object) || names(p.filter(), object)) && isLeft(p, gone)) {
        return described(p);
      }
    }
    return null;
  }

  private static boolean isLeft(MetadataObject object, Set<String> gone) {
    return !gone.contains(object.getClass().getSimpleName() + object.uid());
  }

  private static boolean names(@Nullable String expression, MetadataObject object) {
    return expression != null && expression.contains(object.uid());
  }

  private static String described(MetadataObject object) {
    return ObjectType.of(object).simpleKlass() + " (" + object.label() + ")";
  }
}
