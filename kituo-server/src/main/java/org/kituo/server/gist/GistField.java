package org.kituo.server.gist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.query.FieldSpec;
import org.kituo.model.query.FieldSpec.Transformer;
import org.kituo.model.query.FieldsParser;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.server.http.Problem;

/**
 * One field of a gist.
 *
 * @param name the name to write
 * @param source the name of the property, or the identifier of a custom attribute
 * @param property the property; null for a custom attribute and for {@code href}
 * @param transformation what the value is told as
 * @param arguments of the transformation
 * @param children what is wanted of the objects behind a reference; empty where nothing is said
 */
record GistField(
    String name,
    String source,
    @Nullable TypeProperty property,
    GistTransformation transformation,
    List<String> arguments,
    List<GistField> children) {
  private static final Set<String> IDENTIFIABLE =
      Set.of("id", "name", "code", "created", "lastUpdated", "lastUpdatedBy");
  private static final Set<String> NAMEABLE =
      Set.of("id", "name", "code", "created", "lastUpdated", "shortName", "description");

  /** Compiles the value of {@code fields} against a type. */
  static List<GistField> compile(ObjectType<?> type, String fields, GistSize size) {
    return compile(type, FieldsParser.parse(fields), size);
  }

  private static List<GistField> compile(ObjectType<?> type, List<FieldSpec> specs, GistSize size) {
    Map<String, FieldSpec> wanted = new LinkedHashMap<>();
    Set<String> unwanted = new LinkedHashSet<>();
    for (FieldSpec spec : specs) {
      if (spec.preset()) {
        type.properties().values().stream()
            .filter(p -> isIn(spec.name(), p, size))
            .forEach(
                p -> wanted.putIfAbsent(p.name(), new FieldSpec(p.name(), false, List.of(), null)));
      } else if (spec.exclude()) {
        unwanted.add(spec.name());
      } else {
        wanted.put(spec.name(), spec);
      }
    }
    unwanted.forEach(wanted::remove);
    List<GistField> fields = new ArrayList<>();
    wanted.values().forEach(spec -> fields.add(of(type, spec, size)));
    return fields;
  }

  private static boolean isIn(String preset, TypeProperty property, GistSize size) {
    return switch (preset) {
      case ":identifiable" -> IDENTIFIABLE.contains(property.name());
      case ":nameable" -> NAMEABLE.contains(property.name());
      case ":owner" -> property.facts().owner() && property.facts().persisted();
      case ":persisted" -> property.facts().persisted();
      default -> size.includes(property);
    };
  }

  private static GistField of(ObjectType<?> type, FieldSpec spec, GistSize size) {
    TypeProperty property = type.property(spec.name());
    boolean attribute = Uid.isUid(spec.name()) && type.identifiable();
    if (property == null && !attribute || property != null && !property.facts().readable()) {
      throw unknown(type, spec.name());
    }
    String name = spec.name();
    List<String> arguments = List.of();
    for (Transformer transformer : spec.transformers()) {
      if (transformer.name().equals("rename") && !transformer.arguments().isEmpty()) {
        name = transformer.arguments().getFirst();
      } else {
        arguments = transformer.arguments();
      }
    }
    GistTransformation asked = GistTransformation.asked(spec.transformers());
    GistTransformation transformation =
        asked != null || property == null
            ? asked == null ? GistTransformation.NONE : asked
            : size.usual(property);
    return new GistField(
        name, spec.name(), property, transformation, arguments, children(property, spec, size));
  }

  private static List<GistField> children(
      @Nullable TypeProperty property, FieldSpec spec, GistSize size) {
    Class<? extends Record> target = property == null ? null : MetadataTypes.target(property);
    return target == null || spec.children() == null
        ? List.of()
        : compile(ObjectType.of(target), spec.children(), size);
  }

  /** The problem of a property that the type does not have. */
  static Problem unknown(ObjectType<?> type, String name) {
    return Problem.badRequest(
        null, "Property `%s` does not exist in %s".formatted(name, type.singular()));
  }
}
