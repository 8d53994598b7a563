package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** An organisation unit group set as a dimension of a stored table or chart. */
@MetadataType(
    klass = "org.hisp.dhis.organisationunit.OrganisationUnitGroupSetDimension",
    plural = "organisationUnitGroupSetDimensions",
    metadata = false,
    translatable = false)
public record OrganisationUnitGroupSetDimension(
    @Property(field = "dimension", required = true)
        @Nullable Ref<OrganisationUnitGroupSet> organisationUnitGroupSet,
    @Property(field = "items", required = true, singular = "organisationUnitGroup")
        List<Ref<OrganisationUnitGroup>> organisationUnitGroups) {}
