package org.kituo.model.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.bundle.Bundle.Item;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.MetadataType;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Sharing;
import org.kituo.model.schema.Translation;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * Checks the objects that an import puts against their types, each other and everything that is
 * there.
 */
final class ObjectCheck {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
  private static final String TRANSLATION = "org.hisp.dhis.translation.Translation";

  private final MetadataSnapshot base;
  private final MetadataSnapshot union;
  private final ImportOptions options;
  private final ImportContext context;
  private final Map<TypeProperty, Map<Object, String>> payload = new HashMap<>();
  private final Map<ObjectType<?>, List<TypeProperty>> textsLast = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> repeated = new HashSet<>();

  ObjectCheck(
      MetadataSnapshot base, MetadataSnapshot union, ImportOptions options, ImportContext context) {
    this.base = base;
    this.union = union;
    this.options = options;
    this.context = context;
  }

  /** Notes the unique values of the bundle, the first to have one being its owner. */
  void index(Collection<Item> items) {
    for (Item item : items) {
      if (!ids.add(item.type().plural() + item.object().uid())) {
        repeated.add(item.type().plural() + item.object().uid());
      }
      for (TypeProperty p : item.type().unique()) {
        Object value = unique(p, item.object());
        if (value != null) {
          payload.computeIfAbsent(p, q -> new HashMap<>()).putIfAbsent(value, item.object().uid());
        }
      }
    }
  }

  private static @Nullable Object unique(TypeProperty p, MetadataObject object) {
    Object value = p.stored(object);
    return value instanceof String s && p.name().equals("username")
        ? s.toLowerCase(Locale.ROOT)
        : value;
  }

  List<ImportError> errors(Item item) {
    MetadataObject object = item.object();
    List<ImportError> errors = new ArrayList<>();
    access(item, errors);
    MetadataObject before =
        base.get(object.getClass().asSubclass(MetadataObject.class), object.uid());
    errors.addAll(ReferenceCheck.errors(object, before, union, options.identifier()));
    if (!options.skipValidation()) {
      schema(item.type(), object, errors);
      uniqueness(item, errors);
      translations(object, errors);
      AttributeCheck.check(object, union, errors);
      TypeRules.check(object, base, union, context, errors);
    }
    Set<String> groups = item.others().get("userGroups");
    if (groups != null && object instanceof User user) {
      new AccountCheck(base, union, context, errors).memberships(user, groups);
    }
    if (repeated.contains(item.type().plural() + object.uid())) {
      errors.add(
          ImportError.of(
                  "E5004",
                  "The identifier `%s` stands more than once in the bundle."
                      .formatted(object.uid()),
                  object.uid())
              .about(object.uid()));
    }
    return errors;
  }

  private void access(Item item, List<ImportError> errors) {
    MetadataObject object = item.object();
    MetadataType facts = item.type().facts();
    MetadataObject existing =
        base.get(object.getClass().asSubclass(MetadataObject.class), object.uid());
    String user = ObjectNames.named(context.actor().user(), ImportOptions.Identifier.UID);
    String named = ObjectNames.named(object, options.identifier());
    if (options.ownAccount() && object.uid().equals(context.actor().uid())) {
      return;
    }
    if (existing == null && !AccessRules.mayCreate(context.actor(), facts)) {
      errors.add(
          ImportError.of(
              "E3000", "User %s may not create %s.".formatted(user, named), user, named));
    } else if (existing != null
        && !AccessRules.may(context.actor(), Action.WRITE, existing, base)) {
      errors.add(
          ImportError.of(
              "E3001", "User %s may not update %s.".formatted(user, named), user, named));
    }
    if (facts.shareable()) {
      sharing(item, existing, errors);
    }
  }

  private void sharing(Item item, @Nullable MetadataObject existing, List<ImportError> errors) {
    Sharing sharing = item.object().identity().sharing();
    MetadataType facts = item.type().facts();
    List<String> accesses = new ArrayList<>(sharing.users().values());
    accesses.addAll(sharing.userGroups().values());
    String open = sharing.publicAccess();
    if (open != null) {
      accesses.add(open);
    }
    for (String access : accesses) {
      if (!Sharing.isAccess(access)) {
        errors.add(
            ImportError.of("E3010", "Invalid access string `%s`.".formatted(access), access));
      } else if (!facts.dataShareable()
          && (Sharing.allows(access, 2) || Sharing.allows(access, 3))) {
        errors.add(
            ImportError.of(
                "E3011",
                "Data sharing is not enabled for type %s, but the access `%s` speaks of data."
                    .formatted(item.type().simpleKlass(), access),
                access,
                item.type().simpleKlass()));
      }
    }
    boolean opened =
        Sharing.allows(open, 0)
            && (existing == null
                || !java.util.Objects.equals(existing.identity().sharing().publicAccess(), open));
    if (opened && !AccessRules.mayCreatePublic(context.actor(), facts)) {
      String user = context.actor().user().label();
      errors.add(
          ImportError.of("E3008", "User %s may not make the object public.".formatted(user), user));
    }
  }

  private void schema(ObjectType<?> type, MetadataObject object, List<ImportError> errors) {
    for (TypeProperty p : textsLast.computeIfAbsent(type, ObjectCheck::textsLast)) {
      Object value = p.stored(object);
      if (p.facts().required() && missing(value)) {
        errors.add(
            ImportError.of("E4000", "Missing required property `%s`.".formatted(p.name()), p.name())
                .at(p.name(), p.klass()));
      } else if (value instanceof String text && p.kind().isText()) {
        length(p, text, errors);
        if (p.kind() == PropertyKind.EMAIL && !text.isEmpty() && !EMAIL.matcher(text).matches()) {
          errors.add(
              ImportError.of(
                      "E4003",
                      "Property `%s` requires a valid email address, was given `%s`."
                          .formatted(p.name(), text),
                      p.name(),
                      text)
                  .at(p.name(), p.klass()));
        }
      } else if (value instanceof Number number
          && (p.kind() == PropertyKind.INTEGER || p.kind() == PropertyKind.NUMBER)) {
        range(p, number.doubleValue(), errors);
      }
    }
    if (!Uid.isUid(object.uid())) {
      errors.add(
          ImportError.of(
              "E4014",
              "Invalid UID `%s` for property `%s`.".formatted(object.uid(), type.simpleKlass()),
              object.uid(),
              type.simpleKlass()));
    }
  }

  /** The order in which reports name the properties: texts come after all others. */
  private static List<TypeProperty> textsLast(ObjectType<?> type) {
    List<TypeProperty> order = new ArrayList<>(type.stored());
    order.sort(Comparator.comparing(p -> p.kind().isText()));
    return order;
  }

  private static boolean missing(@Nullable Object value) {
    return value == null || value instanceof String text && text.isEmpty();
  }

  private static void length(TypeProperty p, String text, List<ImportError> errors) {
    Double min = p.facts().min();
    Double max = p.facts().max();
    int length = text.length();
    boolean exact = min != null && min.equals(max);
    if (max != null && length > max && !exact) {
      errors.add(
          ImportError.of(
                  "E4001",
                  "Maximum length of property `%s` is %.0f, but given length was %d."
                      .formatted(p.name(), max, length),
                  p.name(),
                  max.intValue(),
                  length)
              .at(p.name(), p.klass()));
    } else if (min != null
        && max != null
        && (length < min && length > 0 || exact && length != max)) {
      errors.add(
          ImportError.of(
                  "E4002",
                  "Allowed length range for property `%s` is [%.0f to %.0f], but given length was %d."
                      .formatted(p.name(), min, max, length),
                  p.name(),
                  min,
                  max,
                  length)
              .at(p.name(), p.klass()));
    }
  }

  private static void range(TypeProperty p, double value, List<ImportError> errors) {
    Double min = p.facts().min();
    Double max = p.facts().max();
    if (min != null && value < min || max != null && value > max) {
      errors.add(
          ImportError.of(
                  "E4008",
                  "Allowed range for numeric property `%s` is [%s to %s], but number given was %s."
                      .formatted(p.name(), min, max, value),
                  p.name(),
                  String.valueOf(min),
                  String.valueOf(max),
                  value)
              .at(p.name(), p.klass()));
    }
  }

  private void uniqueness(Item item, List<ImportError> errors) {
    MetadataObject object = item.object();
    for (TypeProperty p : item.type().unique()) {
      Object value = unique(p, object);
      boolean name = object instanceof User && p.name().equals("username");
      if (value == null || p.name().equals("id") || name) {
        continue;
      }
      String before = base.uniqueOwner(object.getClass(), p.name(), value);
      String now = union.uniqueOwner(object.getClass(), p.name(), value);
      String first = payload.getOrDefault(p, Map.of()).get(value);
      if (before != null
          && !before.equals(object.uid())
          && stillHas(object.getClass(), before, p, value)) {
        errors.add(clash("E5003", item, p, before));
      } else if (first != null && !first.equals(object.uid()) && now != null) {
        errors.add(clash("E5005", item, p, first));
      }
    }
  }

  private boolean stillHas(Class<?> type, String uid, TypeProperty p, Object value) {
    MetadataObject other = union.get(type.asSubclass(MetadataObject.class), uid);
    return other != null && value.equals(unique(p, other));
  }

  private ImportError clash(String code, Item item, TypeProperty p, String other) {
    Object value = java.util.Objects.requireNonNull(p.stored(item.object()));
    String named = ObjectNames.named(item.object(), options.identifier());
    return ImportError.of(
            code,
            "Property `%s` with value `%s` on object %s already exists on object %s."
                .formatted(p.name(), value, named, other),
            p.name(),
            value,
            named,
            other)
        .about(other)
        .at(p.name(), null);
  }

  private static void translations(MetadataObject object, List<ImportError> errors) {
    Set<String> seen = new HashSet<>();
    ObjectType<?> type = ObjectType.of(object);
    for (Translation t : object.identity().translations()) {
      if (!seen.add(t.property() + " " + t.locale())) {
        errors.add(
            ImportError.of(
                    "E1106",
                    "There are duplicate translation records for property `%s` and locale `%s`."
                        .formatted(t.property(), t.locale()),
                    t.property(),
                    t.locale(),
                    type.simpleKlass(),
                    object.uid())
                .of(TRANSLATION)
                .at(null, type.klass()));
      }
    }
  }
}
