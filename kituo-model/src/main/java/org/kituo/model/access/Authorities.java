package org.kituo.model.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;

/** The authorities that roles may hold: those of the types, and those of the system itself. */
public final class Authorities {
  private static final List<String> OF_THE_SYSTEM =
      List.of(
          "ALL",
          "F_ACCEPT_DATA_LOWER_LEVELS",
          "F_APPROVE_DATA",
          "F_APPROVE_DATA_LOWER_LEVELS",
          "F_CAPTURE_DATASTORE_UPDATE",
          "F_CATEGORY_COMBO_MERGE",
          "F_CATEGORY_MERGE",
          "F_CATEGORY_OPTION_COMBO_MERGE",
          "F_CATEGORY_OPTION_MERGE",
          "F_DATAVALUE_ADD",
          "F_DATA_ELEMENT_MERGE",
          "F_EDIT_EXPIRED",
          "F_ENROLLMENT_CASCADE_DELETE",
          "F_EXPORT_DATA",
          "F_GENERATE_MIN_MAX_VALUES",
          "F_IMPERSONATE_USER",
          "F_INDICATOR_MERGE",
          "F_INDICATOR_TYPE_MERGE",
          "F_INSERT_CUSTOM_JS_CSS",
          "F_JOB_LOG_READ",
          "F_LOCALE_ADD",
          "F_LOCALE_DELETE",
          "F_METADATA_EXPORT",
          "F_METADATA_IMPORT",
          "F_MOBILE_SETTINGS",
          "F_ORGANISATIONUNIT_MOVE",
          "F_ORGANISATION_UNIT_MERGE",
          "F_ORGANISATION_UNIT_SPLIT",
          "F_ORG_UNIT_PROFILE_ADD",
          "F_PERFORM_ANALYTICS_EXPLAIN",
          "F_PERFORM_MAINTENANCE",
          "F_PREDICTOR_RUN",
          "F_PREVIOUS_IMPERSONATOR_AUTHORITY",
          "F_REPLICATE_USER",
          "F_RUN_VALIDATION",
          "F_SEND_EMAIL",
          "F_SKIP_DATA_IMPORT_AUDIT",
          "F_SYSTEM_SETTING",
          "F_TEI_CASCADE_DELETE",
          "F_TRACKED_ENTITY_INSTANCE_SEARCH_IN_ALL_ORGUNITS",
          "F_TRACKED_ENTITY_MERGE",
          "F_UNCOMPLETE_EVENT",
          "F_USER_GROUPS_READ_ONLY_ADD_MEMBERS",
          "F_VIEW_EVENT_ANALYTICS",
          "F_VIEW_SERVER_INFO",
          "F_VIEW_UNAPPROVED_DATA");

  /** All authorities, in the order of their names. */
  public static final List<String> ALL = all();

  private Authorities() {}

  private static List<String> all() {
    Set<String> all = new TreeSet<>(OF_THE_SYSTEM);
    for (ObjectType<?> type : MetadataTypes.ALL) {
      MetadataType facts = type.facts();
      for (String[] some :
          List.of(
              facts.createPublic(),
              facts.createPrivate(),
              facts.create(),
              facts.update(),
              facts.delete(),
              facts.read())) {
        all.addAll(Arrays.asList(some));
      }
    }
    return all.stream().sorted(Comparator.comparing(Authorities::name)).toList();
  }

  /** What an authority is called for people, such as "Run validation" for F_RUN_VALIDATION. */
  public static String name(String authority) {
    if (authority.equals(Actor.ALL)) {
      return "All (superuser)";
    }
    String words = authority.replaceFirst("^F_", "").replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
