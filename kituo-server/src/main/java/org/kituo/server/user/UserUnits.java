package org.kituo.server.user;

import java.util.List;
import java.util.Locale;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.Ref;

/** The units of a user of one of three kinds: for entering data, for seeing it, for searching. */
final class UserUnits {

  private UserUnits() {}

  /** The units of a kind, such as {@code DATA_OUTPUT}. */
  static List<Ref<OrganisationUnit>> of(User user, String boundary) {
    return switch (boundary.toUpperCase(Locale.ROOT)) {
      case "DATA_OUTPUT" -> user.dataViewOrganisationUnits();
      case "TEI_SEARCH" -> user.teiSearchOrganisationUnits();
      default -> user.organisationUnits();
    };
  }
}
