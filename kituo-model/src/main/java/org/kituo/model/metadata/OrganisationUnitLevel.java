package org.kituo.model.metadata;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.snapshot.MetadataSnapshot;

/** The name of a level of the hierarchy. */
@MetadataType(
    klass = "org.hisp.dhis.organisationunit.OrganisationUnitLevel",
    plural = "organisationUnitLevels",
    order = 1110,
    owned = false,
    create = "F_ORGANISATIONUNITLEVEL_UPDATE",
    update = "F_ORGANISATIONUNITLEVEL_UPDATE",
    delete = "F_ORGANISATIONUNITLEVEL_UPDATE")
public record OrganisationUnitLevel(
    Identity identity,
    @Property(min = 1, max = 999, required = true, unique = true, attribute = true)
        @Nullable Integer level,
    @Property(min = 1, max = 230, required = true, translatable = "NAME", attribute = true)
        @Nullable String name,
    @Property @Nullable Integer offlineLevels)
    implements Identifiable {

  /** The name of a level; "Level 2" where it has none. */
  public static String name(int level, MetadataSnapshot snapshot) {
    for (OrganisationUnitLevel named : snapshot.all(OrganisationUnitLevel.class)) {
      if (Objects.equals(named.level, level) && named.name != null) {
        return named.name;
      }
    }
    return "Level " + level;
  }
}
