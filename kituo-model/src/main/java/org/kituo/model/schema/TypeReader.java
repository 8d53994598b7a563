package org.kituo.model.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.TypeProperty.Facts;
import org.kituo.model.schema.TypeProperty.Origin;
import org.kituo.model.schema.TypeProperty.Shape;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the properties of a type from its record: the components, those of {@link Identity} in its
 * place, then the annotations {@link Inverse} and {@link Virtual} and the methods marked {@link
 * Computed}, of the record and of the interfaces that it implements.
 */
final class TypeReader {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<Class<?>, String> KLASSES =
      Map.of(
          String.class, "java.lang.String",
          Integer.class, "java.lang.Integer",
          Long.class, "java.lang.Long",
          Double.class, "java.lang.Double",
          Boolean.class, "java.lang.Boolean",
          java.time.LocalDateTime.class, "java.util.Date");

  private final Class<? extends Record> record;
  private final MetadataType type;
  private final List<TypeProperty> properties = new ArrayList<>();
  private final MethodHandles.Lookup lookup = MethodHandles.publicLookup();

  TypeReader(Class<? extends Record> record, MetadataType type) {
    this.record = record;
    this.type = type;
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getType() == Identity.class) {
        MethodHandle identity = accessor(component, record);
        for (RecordComponent inner : Identity.class.getRecordComponents()) {
          MethodHandle getter = accessor(inner, Identity.class);
          properties.add(
              component(
                  inner, MethodHandles.filterReturnValue(identity, getter), identityFacts(inner)));
        }
      } else {
        properties.add(component(component, accessor(component, record), null));
      }
    }
    derived();
  }

  List<TypeProperty> properties() {
    return properties;
  }

  /**
   * The constructor that takes the values of all components. Not as a method handle: those with so
   * many parameters take a second of each start to make.
   */
  static <R> Constructor<R> constructor(Class<R> record) {
    Class<?>[] types =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return record.getConstructor(types);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getName(), e);
    }
  }

  private MethodHandle accessor(RecordComponent component, Class<?> of) {
    try {
      return lookup.unreflect(of.getMethod(component.getName()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  /** Whether an identity's property is kept depends on the type. */
  private @Nullable Boolean identityFacts(RecordComponent component) {
    if (Arrays.asList(type.unkept()).contains(component.getName())) {
      return false;
    }
    return switch (component.getName()) {
      case "createdBy" -> type.owned();
      case "sharing" -> type.shareable();
      case "translations" -> type.translatable();
      case "attributeValues" -> type.attributable();
      default -> true;
    };
  }

  private TypeProperty component(
      RecordComponent component, MethodHandle getter, @Nullable Boolean kept) {
    Property annotation =
        java.util.Objects.requireNonNull(
            component.getAnnotation(Property.class),
            () -> record.getName() + "." + component.getName());
    Shaped s = shaped(component.getGenericType(), annotation.klass(), annotation.kind());
    boolean unkept = Boolean.FALSE.equals(kept);
    boolean persisted = annotation.persisted() && !unkept;
    boolean code = kept != null && component.getName().equals("code");
    double max = code ? type.longestCode() : annotation.max();
    Facts facts =
        new Facts(
            persisted,
            persisted,
            annotation.required() || code && type.requiredCode(),
            persisted && annotation.unique() && (type.uniqueCode() || !code),
            s.kind == PropertyKind.COLLECTION && annotation.ordered(),
            annotation.readable(),
            true,
            persisted && s.kind.isSimple() && annotation.sortable(),
            annotation.attribute(),
            annotation.translatable().isEmpty() ? null : annotation.translatable(),
            orDefault(unkept ? Double.NaN : annotation.min(), persisted ? leastOf(s.kind) : null),
            orDefault(
                unkept ? Double.NaN : max, persisted ? greatestOf(s.kind) : unbounded(s.kind)),
            persisted ? lengthOf(annotation, max, s.kind) : null,
            annotation.exclusive(),
            annotation.cascade());
    return new TypeProperty(
        component.getName(),
        annotation.singular().isEmpty() ? component.getName() : annotation.singular(),
        annotation.field().isEmpty() ? component.getName() : annotation.field(),
        Origin.STORED,
        s.kind,
        s.itemKind,
        s.kind == PropertyKind.COLLECTION
            ? (annotation.ordered() ? "java.util.List" : "java.util.Set")
            : s.klass,
        s.kind == PropertyKind.COLLECTION ? s.klass : null,
        s.javaType,
        s.target,
        s.shape,
        facts,
        initial(component, annotation, s),
        getter.asType(MethodType.methodType(Object.class, Object.class)),
        null);
  }

  private static @Nullable Object initial(
      RecordComponent component, Property annotation, Shaped s) {
    Class<?> raw = component.getType();
    String text = annotation.initial();
    if (raw == List.class) {
      return List.of();
    } else if (raw == Sharing.class) {
      return Sharing.NONE;
    } else if (raw == boolean.class) {
      return Boolean.valueOf(text);
    } else if (raw == int.class) {
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    } else if (raw == double.class) {
      return text.isEmpty() ? 0.0 : Double.parseDouble(text);
    } else if (text.isEmpty()) {
      return null;
    } else if (raw.isEnum()) {
      return Arrays.stream(raw.getEnumConstants())
          .filter(c -> c.toString().equals(text))
          .findFirst()
          .orElseThrow();
    } else {
      return text;
    }
  }

  private static @Nullable Double orDefault(double stated, @Nullable Double standard) {
    return Double.isNaN(stated) ? standard : Double.valueOf(stated);
  }

  private static @Nullable Double leastOf(PropertyKind kind) {
    return kind == PropertyKind.INTEGER || kind == PropertyKind.NUMBER
        ? (double) Integer.MIN_VALUE
        : null;
  }

  private static @Nullable Double greatestOf(PropertyKind kind) {
    return switch (kind) {
      case INTEGER -> (double) Integer.MAX_VALUE;
      case NUMBER, COLLECTION -> Double.MAX_VALUE;
      case BOOLEAN, DATE, CONSTANT, REFERENCE -> null;
      default -> 255.0;
    };
  }

  private static @Nullable Integer lengthOf(Property annotation, double max, PropertyKind kind) {
    if (annotation.length() >= 0) {
      return annotation.length() == 0 ? null : annotation.length();
    }
    return switch (kind) {
      case INTEGER, NUMBER -> Integer.valueOf(Integer.MAX_VALUE);
      case COLLECTION -> null;
      default -> kind.isText() && !Double.isNaN(max) ? Integer.valueOf((int) max) : 255;
    };
  }

  /** What a Java type tells of a property. */
  private record Shaped(
      PropertyKind kind,
      @Nullable PropertyKind itemKind,
      String klass,
      Class<?> javaType,
      @Nullable Class<? extends Record> target,
      Shape shape) {}

  private Shaped shaped(Type generic, String klass, PropertyKind stated) {
    if (generic instanceof ParameterizedType p && p.getRawType() == List.class) {
      Shaped item = shaped(p.getActualTypeArguments()[0], klass, PropertyKind.DERIVED);
      boolean one = stated != PropertyKind.DERIVED;
      return new Shaped(
          one ? stated : PropertyKind.COLLECTION,
          one ? null : item.kind,
          item.klass,
          item.javaType,
          item.target,
          item.shape);
    }
    if (generic instanceof ParameterizedType p && p.getRawType() == Ref.class) {
      Type argument = p.getActualTypeArguments()[0];
      if (argument instanceof WildcardType) {
        return new Shaped(PropertyKind.REFERENCE, null, klass, Ref.class, null, Shape.REFERENCE);
      }
      Class<? extends Record> target = ((Class<?>) argument).asSubclass(Record.class);
      return new Shaped(
          PropertyKind.REFERENCE,
          null,
          klass.isEmpty() ? klassOf(target) : klass,
          Ref.class,
          target,
          Shape.REFERENCE);
    }
    if (!(generic instanceof Class<?> raw)) {
      return new Shaped(
          stated == PropertyKind.DERIVED ? PropertyKind.COMPLEX : stated,
          null,
          klass,
          Object.class,
          null,
          Shape.JSON);
    }
    return plain(MethodType.methodType(raw).wrap().returnType(), klass, stated);
  }

  private static Shaped plain(Class<?> raw, String klass, PropertyKind stated) {
    Shape shape = shapeOf(raw);
    PropertyKind kind =
        stated != PropertyKind.DERIVED
            ? stated
            : switch (shape) {
              case TEXT -> PropertyKind.TEXT;
              case INTEGER -> PropertyKind.INTEGER;
              case LONG, NUMBER -> PropertyKind.NUMBER;
              case BOOLEAN -> PropertyKind.BOOLEAN;
              case DATE -> PropertyKind.DATE;
              case CONSTANT -> PropertyKind.CONSTANT;
              case EMBEDDED ->
                  MetadataObject.class.isAssignableFrom(raw)
                      ? PropertyKind.REFERENCE
                      : PropertyKind.COMPLEX;
              default -> PropertyKind.COMPLEX;
            };
    Class<? extends Record> target = shape == Shape.EMBEDDED ? raw.asSubclass(Record.class) : null;
    String name = !klass.isEmpty() ? klass : target != null ? klassOf(target) : klassOf(raw);
    return new Shaped(kind, null, name, raw, target, shape);
  }

  private static Shape shapeOf(Class<?> raw) {
    if (raw == String.class) return Shape.TEXT;
    if (raw == Integer.class) return Shape.INTEGER;
    if (raw == Long.class) return Shape.LONG;
    if (raw == Double.class) return Shape.NUMBER;
    if (raw == Boolean.class) return Shape.BOOLEAN;
    if (raw == java.time.LocalDateTime.class) return Shape.DATE;
    if (raw == Sharing.class) return Shape.SHARING;
    if (raw == Translation.class) return Shape.TRANSLATION;
    if (raw == AttributeValue.class) return Shape.ATTRIBUTE_VALUE;
    if (raw.isEnum()) return Shape.CONSTANT;
    if (raw.isAnnotationPresent(MetadataType.class)) return Shape.EMBEDDED;
    return Shape.JSON;
  }

  private static String klassOf(Class<?> raw) {
    MetadataType type = raw.getAnnotation(MetadataType.class);
    Klass klass = raw.getAnnotation(Klass.class);
    return type != null
        ? type.klass()
        : klass != null ? klass.value() : KLASSES.getOrDefault(raw, "java.lang.Object");
  }

  private void derived() {
    Map<String, TypeProperty> found = new TreeMap<>();
    List<Class<?>> sources = new ArrayList<>();
    collect(record, sources);
    for (Class<?> source : sources) {
      for (Inverse inverse : source.getAnnotationsByType(Inverse.class)) {
        found.putIfAbsent(inverse.name(), inverse(inverse));
      }
      for (Virtual virtual : source.getAnnotationsByType(Virtual.class)) {
        found.putIfAbsent(virtual.name(), virtual(virtual));
      }
      Method[] methods = source.getDeclaredMethods();
      Arrays.sort(methods, Comparator.comparing(Method::getName));
      for (Method method : methods) {
        Computed computed = method.getAnnotation(Computed.class);
        if (computed != null) {
          found.putIfAbsent(method.getName(), computed(method, computed));
        }
      }
    }
    properties.forEach(p -> found.remove(p.name()));
    properties.addAll(found.values());
  }

  private static void collect(Class<?> type, List<Class<?>> into) {
    into.add(type);
    for (Class<?> trait : type.getInterfaces()) {
      collect(trait, into);
    }
  }

  private static TypeProperty inverse(Inverse inverse) {
    return new TypeProperty(
        inverse.name(),
        inverse.singular().isEmpty() ? inverse.name() : inverse.singular(),
        inverse.field().isEmpty() ? inverse.name() : inverse.field(),
        Origin.INVERSE,
        PropertyKind.COLLECTION,
        PropertyKind.REFERENCE,
        inverse.ordered() ? "java.util.List" : "java.util.Set",
        klassOf(inverse.of()),
        Ref.class,
        inverse.of(),
        Shape.REFERENCE,
        derived(inverse.persisted(), false, true, false, false, null, Double.MAX_VALUE),
        null,
        null,
        new TypeProperty.InverseOf(inverse.of(), inverse.by(), inverse.writable()));
  }

  private static TypeProperty virtual(Virtual virtual) {
    boolean many = virtual.kind() == PropertyKind.COLLECTION;
    boolean constant = virtual.type() != Void.class;
    String klass =
        constant
            ? klassOf(virtual.type())
            : virtual.klass().isEmpty() ? standardKlass(virtual.kind()) : virtual.klass();
    return new TypeProperty(
        virtual.name(),
        virtual.singular().isEmpty() ? virtual.name() : virtual.singular(),
        virtual.field().isEmpty() ? virtual.name() : virtual.field(),
        Origin.VIRTUAL,
        virtual.kind(),
        many ? virtual.items() : null,
        many ? (virtual.persisted() ? "java.util.Set" : "java.util.List") : klass,
        many ? klass : null,
        constant ? virtual.type() : Object.class,
        null,
        Shape.JSON,
        derived(
            virtual.persisted(),
            false,
            isWritable(virtual),
            false,
            virtual.attribute(),
            orDefault(virtual.min(), null),
            orDefault(virtual.max(), isWritable(virtual) ? unbounded(virtual.kind()) : null)),
        virtual.value().isEmpty() ? null : JSON.readTree(virtual.value()),
        null,
        null);
  }

  private TypeProperty computed(Method method, Computed computed) {
    Shaped s = shaped(method.getGenericReturnType(), computed.klass(), computed.kind());
    boolean persisted = computed.owner() || computed.persisted();
    boolean writable = computed.writable() || persisted;
    MethodHandle getter;
    try {
      getter = lookup.unreflect(method);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method.toString(), e);
    }
    return new TypeProperty(
        method.getName(),
        computed.singular().isEmpty() ? method.getName() : computed.singular(),
        computed.field().isEmpty() ? method.getName() : computed.field(),
        Origin.COMPUTED,
        s.kind,
        computed.items() == PropertyKind.DERIVED ? s.itemKind : computed.items(),
        s.kind == PropertyKind.COLLECTION ? "java.util.List" : s.klass,
        s.kind == PropertyKind.COLLECTION ? s.klass : null,
        s.javaType,
        s.target,
        s.shape,
        derived(
            persisted,
            computed.owner(),
            writable,
            computed.sortable(),
            computed.attribute(),
            writable ? bottomless(s.kind) : null,
            writable ? unbounded(s.kind) : null),
        null,
        getter.asType(MethodType.methodType(Object.class, Object.class, Object.class)),
        null);
  }

  private static boolean isWritable(Virtual virtual) {
    return virtual.writable() && !virtual.name().startsWith("display");
  }

  /** The greatest length or size of values that no column limits; null for other kinds. */
  private static @Nullable Double unbounded(PropertyKind kind) {
    return switch (kind) {
      case COMPLEX, COLLECTION, URL, IDENTIFIER -> Double.valueOf(Double.MAX_VALUE);
      case INTEGER -> Double.valueOf(Integer.MAX_VALUE);
      case NUMBER -> Double.valueOf(Double.MAX_VALUE);
      default -> kind.isText() ? Double.valueOf(Integer.MAX_VALUE) : null;
    };
  }

  /** The least number that no column limits; null for other kinds. */
  private static @Nullable Double bottomless(PropertyKind kind) {
    return kind == PropertyKind.NUMBER ? Double.valueOf(-Double.MAX_VALUE) : leastOf(kind);
  }

  private static Facts derived(
      boolean persisted,
      boolean owner,
      boolean writable,
      boolean sortable,
      boolean attribute,
      @Nullable Double min,
      @Nullable Double max) {
    return new Facts(
        owner, persisted, false, false, false, true, writable, sortable, attribute, null, min, max,
        null, false, "");
  }

  private static String standardKlass(PropertyKind kind) {
    return switch (kind) {
      case BOOLEAN -> "java.lang.Boolean";
      case INTEGER -> "java.lang.Integer";
      case NUMBER -> "java.lang.Double";
      case DATE -> "java.util.Date";
      default -> "java.lang.String";
    };
  }
}
