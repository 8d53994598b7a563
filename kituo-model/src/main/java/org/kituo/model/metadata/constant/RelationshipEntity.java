package org.kituo.model.metadata.constant;

import org.kituo.model.schema.Klass;

/** The values of relationship entity in the DHIS2 Web API. */
@Klass("org.hisp.dhis.relationship.RelationshipEntity")
public enum RelationshipEntity {
  TRACKED_ENTITY_INSTANCE,
  PROGRAM_INSTANCE,
  PROGRAM_STAGE_INSTANCE
}
