package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.Ref;

/** A group of validation rules. */
@MetadataType(
    klass = "org.hisp.dhis.validation.ValidationRuleGroup",
    plural = "validationRuleGroups",
    order = 1400,
    shareable = true,
    attributable = true,
    create = "F_VALIDATIONRULEGROUP_PUBLIC_ADD",
    update = "F_VALIDATIONRULEGROUP_PRIVATE_ADD",
    delete = "F_VALIDATIONRULEGROUP_DELETE")
public record ValidationRuleGroup(
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
    @Property(singular = "validationRule", field = "members", ordered = false)
        List<Ref<ValidationRule>> validationRules)
    implements Identifiable {}
