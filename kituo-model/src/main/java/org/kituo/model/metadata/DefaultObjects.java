package org.kituo.model.metadata;

import java.util.Set;
import org.kituo.model.schema.MetadataObject;

/**
 * The objects that every DHIS2 has from the start, with the identifiers that clients know by heart.
 */
public final class DefaultObjects {
  /** The category option that stands for "no disaggregation". */
  public static final String CATEGORY_OPTION = "xYerKDKCefk";

  /** The category that holds it. */
  public static final String CATEGORY = "GLevLNI9wkl";

  /** The category combination of the category. */
  public static final String CATEGORY_COMBO = "bjDvmb4bfuf";

  /** The one option combination of the category combination. */
  public static final String CATEGORY_OPTION_COMBO = "HllvX50cXC0";

  /** The first user. */
  public static final String ADMIN = "M5zQapPyTZI";

  /** The role of the first user. */
  public static final String SUPERUSER_ROLE = "yrB6vc5Ip3r";

  private static final Set<String> CATEGORY_MODEL =
      Set.of(CATEGORY_OPTION, CATEGORY, CATEGORY_COMBO, CATEGORY_OPTION_COMBO);

  private DefaultObjects() {}

  /** Whether an object is one of the four that stand for "no disaggregation". */
  public static boolean isDefault(MetadataObject object) {
    return CATEGORY_MODEL.contains(object.uid());
  }
}
