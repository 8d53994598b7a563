package org.kituo.model.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.constant.DataDimensionType;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.Property;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** A set of groups of options. */
@MetadataType(
    klass = "org.hisp.dhis.option.OptionGroupSet",
    plural = "optionGroupSets",
    order = 1051,
    nameable = true,
    shareable = true,
    createPublic = "F_OPTIONGROUPSET_PUBLIC_ADD",
    createPrivate = "F_OPTIONGROUPSET_PRIVATE_ADD",
    delete = "F_OPTIONGROUPSET_DELETE")
@Virtual(name = "dataDimensionType", kind = PropertyKind.CONSTANT, type = DataDimensionType.class)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
public record OptionGroupSet(
    Identity identity,
    @Property(required = true) boolean dataDimension,
    @Property(min = 1, max = Integer.MAX_VALUE, translatable = "DESCRIPTION")
        @Nullable String description,
    @Property(
            min = 1,
            max = 230,
            required = true,
            unique = true,
            translatable = "NAME",
            attribute = true)
        @Nullable String name,
    @Property(singular = "optionGroup", field = "members") List<Ref<OptionGroup>> optionGroups,
    @Property @Nullable Ref<OptionSet> optionSet)
    implements Dimension {

  /** What analytics breaks figures down by. */
  @Computed(
      singular = "item",
      writable = true,
      klass = "org.hisp.dhis.common.DimensionalItemObject")
  public List<Ref<OptionGroup>> items(View view) {
    return optionGroups;
  }
}
