package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;

/** A kind of link between tracked entities, enrollments and events. */
@MetadataType(
    klass = "org.hisp.dhis.relationship.RelationshipType",
    plural = "relationshipTypes",
    order = 1600,
    shareable = true,
    dataShareable = true,
    attributable = true,
    createPublic = "F_RELATIONSHIPTYPE_PUBLIC_ADD",
    createPrivate = "F_RELATIONSHIPTYPE_PRIVATE_ADD",
    delete = "F_RELATIONSHIPTYPE_DELETE")
@Virtual(name = "displayFromToName", kind = PropertyKind.TEXT)
@Virtual(name = "displayToFromName", kind = PropertyKind.TEXT)
public record RelationshipType(
    Identity identity,
    @Property(required = true) boolean bidirectional,
    @Property @Nullable String description,
    @Property(required = true, unique = true) @Nullable RelationshipConstraint fromConstraint,
    @Property(required = true, translatable = "RELATIONSHIP_FROM_TO_NAME")
        @Nullable String fromToName,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(required = true) boolean referral,
    @Property(required = true, unique = true) @Nullable RelationshipConstraint toConstraint,
    @Property(translatable = "RELATIONSHIP_TO_FROM_NAME") @Nullable String toFromName)
    implements Identifiable {}
