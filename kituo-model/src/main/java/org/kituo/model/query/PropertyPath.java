package org.kituo.model.query;

import java.util.ArrayList;
import java.util.List;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.SharingForm;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.schema.TypeProperty.Shape;

/** Paths such as {@code dataSetElements.dataSet.id} and {@code sharing.public}. */
final class PropertyPath {

  private PropertyPath() {}

  static List<TypeProperty> parse(ObjectType<?> type, String path) {
    List<TypeProperty> properties = new ArrayList<>();
    ObjectType<?> at = type;
    for (String name : path.split("\\.", -1)) {
      TypeProperty property = at == null ? null : at.property(name);
      if (property == null) {
        throw new QueryException("E1003", "Unknown path property: " + path);
      }
      properties.add(property);
      Class<? extends Record> target =
          property.shape() == Shape.SHARING ? SharingForm.class : MetadataTypes.target(property);
      at = target == null ? null : ObjectType.of(target);
    }
    return List.copyOf(properties);
  }
}
