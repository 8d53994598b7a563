package org.kituo.model.bundle;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error in an object of a bundle.
 *
 * @param code the error code of the DHIS2 Web API
 * @param message what is wrong, for people
 * @param mainId the identifier of the object that the error is about
 * @param mainKlass the DHIS2 class that the error is about; null for that of the object itself
 * @param property the property
 * @param klass the DHIS2 class of the property's value
 * @param value the value that is wrong
 * @param args the particulars, in the order that clients expect
 */
public record ImportError(
    String code,
    String message,
    @Nullable String mainId,
    @Nullable String mainKlass,
    @Nullable String property,
    @Nullable String klass,
    @Nullable Object value,
    List<@Nullable Object> args) {

  /** An error with a code, a message and particulars. */
  public static ImportError of(String code, String message, @Nullable Object... args) {
    return new ImportError(
        code,
        message,
        null,
        null,
        null,
        null,
        null,
        Collections.unmodifiableList(Arrays.asList(args.clone())));
  }

  /** The same about a property. */
  public ImportError at(@Nullable String property, @Nullable String klass) {
    return new ImportError(code, message, mainId, mainKlass, property, klass, value, args);
  }

  /** The same about a class. */
  public ImportError of(String mainKlass) {
    return new ImportError(code, message, mainId, mainKlass, property, klass, value, args);
  }

  /** The same about an object. */
  public ImportError about(@Nullable String mainId) {
    return new ImportError(code, message, mainId, mainKlass, property, klass, value, args);
  }
}
