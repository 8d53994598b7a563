package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A group of predictors. */
@MetadataType(
    klass = "org.hisp.dhis.predictor.PredictorGroup",
    plural = "predictorGroups",
    order = 2002,
    shareable = true,
    create = "F_PREDICTORGROUP_ADD",
    delete = "F_PREDICTORGROUP_DELETE")
public record PredictorGroup(
    Identity identity,
    @Property(min = 2, max = Integer.MAX_VALUE) @Nullable String description,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(singular = "predictor", field = "members", ordered = false)
        List<Ref<Predictor>> predictors)
    implements Identifiable {}
