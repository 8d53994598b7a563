package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.OrganisationUnitDescendants;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Inverse;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;

/** A rule that writes values computed from those of other periods. */
@MetadataType(
    klass = "org.hisp.dhis.predictor.Predictor",
    plural = "predictors",
    order = 2001,
    nameable = true,
    owned = false,
    create = "F_PREDICTOR_ADD",
    delete = "F_PREDICTOR_DELETE")
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Inverse(
    name = "predictorGroups",
    singular = "predictorGroup",
    field = "groups",
    of = PredictorGroup.class,
    by = "predictors")
public record Predictor(
    Identity identity,
    @Property(max = 10, required = true) @Nullable Integer annualSampleCount,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(required = true, unique = true) @Nullable Expression generator,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(length = 100, required = true)
        @Nullable OrganisationUnitDescendants organisationUnitDescendants,
    @Property(singular = "organisationUnitLevel", ordered = false)
        List<Ref<OrganisationUnitLevel>> organisationUnitLevels,
    @Property(required = true) @Nullable Ref<DataElement> output,
    @Property @Nullable Ref<CategoryOptionCombo> outputCombo,
    @Property(required = true, sortable = false, klass = "org.hisp.dhis.period.PeriodType")
        @Nullable String periodType,
    @Property(unique = true) @Nullable Expression sampleSkipTest,
    @Property(required = true) @Nullable Integer sequentialSampleCount,
    @Property @Nullable Integer sequentialSkipCount,
    @Property(
            min = 1,
            max = 50,
            required = true,
            unique = true,
            translatable = "SHORT_NAME",
            attribute = true)
        @Nullable String shortName)
    implements Nameable {}
