package org.kituo.model.bundle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.ProgramIndicator;
import org.kituo.model.metadata.ProgramRule;
import org.kituo.model.metadata.ProgramRuleVariable;
import org.kituo.model.metadata.Section;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.AttributeValue;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.References;

/**
 * All that an object needs to work on another server: what it refers to, what its expressions name,
 * its custom attributes, and its parts that refer to it, and so on from there. Organisation units
 * and users are left out, as every server has its own.
 */
public final class Dependencies {
  private static final Set<Class<?>> OWN_OF_EACH_SERVER =
      Set.of(OrganisationUnit.class, User.class, UserGroup.class, UserRole.class);

  /** A type whose objects are parts of the object that a property of theirs names. */
  private record Part(Class<? extends MetadataObject> type, String property) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(CategoryOptionCombo.class, "categoryCombo"),
          new Part(Section.class, "dataSet"),
          new Part(ProgramRule.class, "program"),
          new Part(ProgramRuleVariable.class, "program"),
          new Part(ProgramIndicator.class, "program"));

  private static final Set<String> EXPRESSIONS =
      Set.of("numerator", "denominator", "expression", "filter", "condition", "data");
  private static final Pattern UID = Pattern.compile("\\b[A-Za-z][A-Za-z0-9]{10}\\b");

  private final MetadataSnapshot snapshot;
  private final Predicate<MetadataObject> wanted;
  private final Set<MetadataObject> found = new LinkedHashSet<>();
  private final Deque<MetadataObject> toVisit = new ArrayDeque<>();

  private Dependencies(MetadataSnapshot snapshot, Predicate<MetadataObject> wanted) {
    this.snapshot = snapshot;
    this.wanted = wanted;
  }

  /**
   * An object and all that it needs.
   *
   * @param wanted what may be given out; nothing else is looked at
   */
  public static Set<MetadataObject> of(
      MetadataObject root, MetadataSnapshot snapshot, Predicate<MetadataObject> wanted) {
    Dependencies dependencies = new Dependencies(snapshot, wanted);
    dependencies.add(root);
    while (!dependencies.toVisit.isEmpty()) {
      dependencies.visit(dependencies.toVisit.removeFirst());
    }
    return dependencies.found;
  }

  private void add(MetadataObject object) {
    if (!OWN_OF_EACH_SERVER.contains(object.getClass())
        && wanted.test(object)
        && found.add(object)) {
      toVisit.add(object);
    }
  }

  private void visit(MetadataObject object) {
    References.visit(
        object,
        (holder, top, property, id) ->
            snapshot
                .find(Objects.requireNonNull(MetadataTypes.target(property)), id)
                .ifPresent(o -> add((MetadataObject) o)));
    for (Part part : PARTS) {
      TypeProperty by = Objects.requireNonNull(ObjectType.of(part.type).property(part.property));
      if (by.target() == object.getClass()) {
        snapshot.referrers(object, part.type, part.property).forEach(this::add);
      }
    }
    for (AttributeValue value : object.identity().attributeValues()) {
      snapshot.findAny(value.attribute()).ifPresent(this::add);
    }
    for (String expression : expressions(object)) {
      Matcher uid = UID.matcher(expression);
      while (uid.find()) {
        snapshot.findAny(uid.group()).ifPresent(this::add);
      }
    }
  }

  /** The expressions of an object and of those embedded in it. */
  private static List<String> expressions(Object object) {
    List<String> found = new ArrayList<>();
    for (TypeProperty property : ObjectType.of(object).stored()) {
      if (property.embedded()) {
        property.storedItems(object).forEach(o -> found.addAll(expressions(o)));
      } else if (EXPRESSIONS.contains(property.name())
          && property.stored(object) instanceof String text) {
        found.add(text);
      }
    }
    return found;
  }
}
