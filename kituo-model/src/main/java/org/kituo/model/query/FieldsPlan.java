package org.kituo.model.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.Attribute;
import org.kituo.model.query.FieldSpec.Transformer;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.schema.TypeProperty.Origin;

/**
 * What to write of the objects of a type: {@code fields} compiled against the type, so that writing
 * an object visits nothing but what was asked for. Names that the type does not have are left
 * aside, as clients of several versions ask for more than one server has.
 *
 * @param nodes the properties, in the order asked for
 */
public record FieldsPlan(List<Node> nodes) {
  /** Everything that can be read. */
  public static final String ALL = ":all";

  private static final Set<String> IDENTIFIABLE =
      Set.of("id", "name", "code", "created", "lastUpdated", "lastUpdatedBy");
  private static final Set<String> NAMEABLE =
      Set.of("id", "name", "shortName", "description", "code", "created", "lastUpdated");

  /**
   * A property to be written.
   *
   * @param name the name to write
   * @param property the property; null for the value of a custom attribute
   * @param attribute the identifier of a custom attribute; null for a property
   * @param transformers what is done to the value
   * @param children what is wanted of the objects that it holds; null for the usual form
   * @param specs the same, not compiled, where the property holds objects of several types
   */
  public record Node(
      String name,
      @Nullable TypeProperty property,
      @Nullable String attribute,
      List<Transformer> transformers,
      @Nullable FieldsPlan children,
      @Nullable List<FieldSpec> specs) {

    boolean has(String transformer) {
      return !transformers.isEmpty()
          && transformers.stream().anyMatch(t -> t.name().equals(transformer));
    }
  }

  /** Compiles a {@code fields} parameter. */
  public static FieldsPlan compile(ObjectType<?> type, String fields) {
    return compile(type, FieldsParser.parse(fields));
  }

  /** Compiles parsed fields. */
  public static FieldsPlan compile(ObjectType<?> type, List<FieldSpec> specs) {
    Map<String, FieldSpec> wanted = new LinkedHashMap<>();
    Set<String> unwanted = new LinkedHashSet<>();
    for (FieldSpec spec : specs) {
      if (spec.preset()) {
        for (TypeProperty p : preset(type, spec.name())) {
          wanted.putIfAbsent(p.name(), new FieldSpec(p.name(), false, List.of(), null));
        }
      } else if (spec.exclude()) {
        unwanted.add(spec.name());
      } else {
        wanted.merge(spec.name(), spec, FieldsPlan::join);
      }
    }
    unwanted.forEach(wanted::remove);
    List<Node> nodes = new ArrayList<>();
    for (FieldSpec spec : wanted.values()) {
      Node node = node(type, spec);
      if (node != null) {
        nodes.add(node);
      }
    }
    return new FieldsPlan(nodes);
  }

  /** Two entries of the same name say together what is wanted. */
  private static FieldSpec join(FieldSpec a, FieldSpec b) {
    if (a.children() == null || b.children() == null) {
      return b.children() == null && b.transformers().isEmpty() ? a : b;
    }
    List<FieldSpec> children = new ArrayList<>(a.children());
    children.addAll(b.children());
    return new FieldSpec(
        a.name(),
        false,
        b.transformers().isEmpty() ? a.transformers() : b.transformers(),
        children);
  }

  private static @Nullable Node node(ObjectType<?> type, FieldSpec spec) {
    TypeProperty property = type.property(spec.name());
    String name = spec.name();
    for (Transformer t : spec.transformers()) {
      if (t.name().equals("rename") && !t.arguments().isEmpty()) {
        name = t.arguments().getFirst();
      }
    }
    if (property == null) {
      return Uid.isUid(spec.name()) && type.identifiable()
          ? new Node(name, null, spec.name(), spec.transformers(), null, null)
          : null;
    }
    if (!property.facts().readable()) {
      return null;
    }
    List<FieldSpec> children = spec.children();
    FieldsPlan plan = null;
    if (property.shape() == TypeProperty.Shape.ATTRIBUTE_VALUE && children != null) {
      plan = attribute(children);
    } else if (property.target() != null) {
      ObjectType<?> target = ObjectType.of(property.target());
      plan = children == null ? usual(property, target) : compile(target, children);
    }
    boolean open = plan == null && property.target() == null;
    return new Node(name, property, null, spec.transformers(), plan, open ? children : null);
  }

  /**
   * The form of a value of which nothing is asked: references as identifiers, embedded objects as a
   * whole.
   */
  private static @Nullable FieldsPlan usual(TypeProperty property, ObjectType<?> target) {
    if (property.origin() == Origin.COMPUTED && target.identifiable()) {
      return null;
    }
    return property.embedded() || target.facts().embedded() ? compile(target, ALL) : null;
  }

  /** What is wanted of the attributes of attribute values. */
  private static @Nullable FieldsPlan attribute(List<FieldSpec> children) {
    return children.stream()
        .filter(c -> c.name().equals("attribute") && c.children() != null)
        .map(c ->
            compile(ObjectType.of(Attribute.class), java.util.Objects.requireNonNull(c.children())))
        .findFirst()
        .orElse(null);
  }

  private static List<TypeProperty> preset(ObjectType<?> type, String preset) {
    return type.properties().values().stream()
        .filter(p -> p.facts().readable() && inPreset(p, preset))
        .toList();
  }

  private static boolean inPreset(TypeProperty p, String preset) {
    return switch (preset) {
      case "*", ":all" -> true;
      case ":owner" -> p.facts().owner() && p.facts().persisted();
      case ":persisted" -> p.facts().persisted();
      case ":identifiable" -> IDENTIFIABLE.contains(p.name());
      case ":nameable" -> NAMEABLE.contains(p.name());
      case ":simple" -> p.kind().isSimple();
      default -> false;
    };
  }

  /**
   * Whether every property is one that a column of a table could answer: plain, kept or a displayed
   * name.
   */
  public boolean plain() {
    return nodes.stream().allMatch(FieldsPlan::plain);
  }

  private static boolean plain(Node node) {
    TypeProperty p = node.property();
    if (p == null || !node.transformers().isEmpty()) {
      return false;
    }
    if (p.reference() && node.children() != null) {
      boolean kept = p.stored() || p.origin() == Origin.INVERSE;
      return kept && node.children().nodes().stream().allMatch(n -> n.name().equals("id"));
    }
    return p.kind() != PropertyKind.COMPLEX
        && (p.origin() == Origin.STORED && !p.embedded()
            || p.name().startsWith("display")
            || p.name().equals("level"));
  }
}
