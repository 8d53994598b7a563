package org.kituo.model.bundle;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.bundle.Bundle.Item;
import org.kituo.model.metadata.Attribute;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.JobConfiguration;
import org.kituo.model.metadata.Option;
import org.kituo.model.metadata.OptionSet;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.Predictor;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.ProgramRuleVariable;
import org.kituo.model.metadata.Section;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.SnapshotChange;

/** What follows from objects of particular types, and the rules that only particular types have. */
final class TypeRules {

  private TypeRules() {}

  /**
   * An object with what it must have and its source does not say: defaults, identifiers and times
   * of embedded objects.
   *
   * @param existing the object as it was before; null for a new one
   */
  static MetadataObject completed(
      MetadataObject object, @Nullable MetadataObject existing, ImportContext context) {
    MetadataObject completed = withDefaultCombos(ObjectType.of(object), object);
    completed = EmbeddedObjects.completed(completed, existing, context);
    return switch (completed) {
      case Attribute attribute -> AttributeTypes.completed(attribute);
      case JobConfiguration job -> JobRules.completed(job);
      default -> completed;
    };
  }

  /** Adds to a change what follows from the objects put: generated objects and other sides. */
  static void complete(SnapshotChange change, Collection<Item> items, ImportContext context) {
    Set<CategoryCombo> combos = new LinkedHashSet<>();
    OtherSides.complete(change, items);
    items.forEach(i -> OtherSides.write(change, i, items));
    countSections(change, items);
    for (Item item : items) {
      if (item.object() instanceof CategoryCombo combo) {
        combos.add(combo);
      } else if (item.object() instanceof Category category) {
        combos.addAll(change.snapshot().referrers(category, CategoryCombo.class, "categories"));
      }
    }
    combos.forEach(c -> OptionCombos.generate(change, c, context));
  }

  /**
   * A section that comes or changes is a change of the form of its data set, unless the source
   * gives the data set's version too.
   */
  private static void countSections(SnapshotChange change, Collection<Item> items) {
    Set<String> given = new HashSet<>();
    for (Item item : items) {
      if (item.object() instanceof DataSet set && item.present().contains("version")) {
        given.add(set.uid());
      }
    }
    for (Item item : items) {
      if (item.object() instanceof Section section) {
        countSection(change, section, given);
      }
    }
  }

  private static void countSection(SnapshotChange change, Section section, Set<String> given) {
    Ref<DataSet> set = section.dataSet();
    if (set == null || given.contains(set.id())) {
      return;
    }
    Section before = change.base().get(Section.class, section.uid());
    Section now = change.snapshot().get(Section.class, section.uid());
    if (!Objects.equals(before, now)) {
      change
          .snapshot()
          .find(DataSet.class, set.id())
          .ifPresent(changed -> change.put(Versions.next(changed)));
    }
  }

  /** Where a category combination must be given and is not, the default one stands. */
  @SuppressWarnings("unchecked")
  private static <T> MetadataObject withDefaultCombos(ObjectType<T> type, MetadataObject object) {
    T changed = (T) object;
    if (object instanceof CategoryOptionCombo) {
      return object;
    }
    for (TypeProperty p : type.stored()) {
      if (p.target() == CategoryCombo.class && p.facts().required() && p.stored(changed) == null) {
        changed = type.with(changed, p.name(), new Ref<>(DefaultObjects.CATEGORY_COMBO));
      }
    }
    if (changed instanceof Predictor predictor && predictor.outputCombo() == null) {
      changed = type.with(changed, "outputCombo", new Ref<>(DefaultObjects.CATEGORY_OPTION_COMBO));
    }
    return (MetadataObject) changed;
  }

  /** Adds the errors that the type's own rules find. */
  static void check(
      MetadataObject object,
      MetadataSnapshot base,
      MetadataSnapshot union,
      ImportContext context,
      List<ImportError> errors) {
    switch (object) {
      case OrganisationUnit unit -> {
        unit(unit, union, errors);
        move(unit, base, context, errors);
      }
      case User user -> new AccountCheck(base, union, context, errors).user(user);
      case UserRole role -> new AccountCheck(base, union, context, errors).role(role);
      case ProgramRuleVariable variable -> variable(variable, union, errors);
      case CategoryOptionCombo combo -> OptionCombos.check(combo, union, errors);
      case Option option -> option(option, union, errors);
      case JobConfiguration job -> JobRules.check(job, context, errors);
      default -> {}
    }
  }

  private static void unit(
      OrganisationUnit unit, MetadataSnapshot union, List<ImportError> errors) {
    LocalDateTime closed = unit.closedDate();
    LocalDateTime opened = unit.openingDate();
    if (closed != null && opened != null && closed.isBefore(opened)) {
      errors.add(
          ImportError.of(
              "E4013",
              "Invalid closing date `%s`, must be after opening date `%s`."
                  .formatted(closed, opened),
              closed,
              opened));
    }
    OrganisationUnit parent = Hierarchy.parent(unit, union);
    if (parent != null && Hierarchy.within(parent, unit.uid(), union)) {
      errors.add(
          ImportError.of(
                  "E1522",
                  "Organisation unit `%s` would be below itself.".formatted(unit.uid()),
                  unit.uid())
              .about(unit.uid())
              .at("parent", null));
    }
  }

  /** Moving a unit needs an authority of its own. */
  private static void move(
      OrganisationUnit unit,
      MetadataSnapshot base,
      ImportContext context,
      List<ImportError> errors) {
    OrganisationUnit before = base.get(OrganisationUnit.class, unit.uid());
    boolean moved = before != null && !Objects.equals(before.parent(), unit.parent());
    if (moved && !context.actor().hasAny("F_ORGANISATIONUNIT_MOVE")) {
      String user = context.actor().user().username();
      errors.add(
          ImportError.of(
              "E1520",
              "User `%s` is not allowed to move organisation unit `%s`."
                  .formatted(user, unit.uid()),
              user,
              unit.uid()));
    }
  }

  private static void option(Option option, MetadataSnapshot union, List<ImportError> errors) {
    String code = option.identity().code();
    OptionSet set =
        option.optionSet() == null ? null : union.get(OptionSet.class, option.optionSet().id());
    if (set == null || code == null) {
      return;
    }
    for (Option other : union.referrers(set, Option.class, "optionSet")) {
      if (!other.uid().equals(option.uid()) && code.equals(other.identity().code())) {
        errors.add(
            ImportError.of(
                    "E4028",
                    "Option set `%s` already contains option `%s`."
                        .formatted(set.uid(), other.uid()),
                    set.uid(),
                    other.uid())
                .of("org.hisp.dhis.option.OptionSet"));
      }
    }
  }

  private static void variable(
      ProgramRuleVariable variable, MetadataSnapshot union, List<ImportError> errors) {
    String program = variable.program() == null ? "" : variable.program().id();
    boolean taken =
        union.find(Program.class, program).stream()
            .flatMap(p -> union.referrers(p, ProgramRuleVariable.class, "program").stream())
            .anyMatch(other ->
                !other.uid().equals(variable.uid())
                    && Objects.equals(other.name(), variable.name()));
    if (taken) {
      errors.add(
          ImportError.of(
              "E4051",
              "A program rule variable with name `%s` and program uid `%s` already exists."
                  .formatted(variable.name(), program),
              variable.name(),
              program));
    }
  }
}
