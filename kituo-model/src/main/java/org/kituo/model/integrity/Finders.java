package org.kituo.model.integrity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.kituo.model.expression.Expression;
import org.kituo.model.expression.ParseResult;
import org.kituo.model.expression.ParseType;
import org.kituo.model.integrity.IntegrityCheck.Finder;
import org.kituo.model.integrity.IntegrityCheck.Issue;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;

/** The ways in which checks find issues. */
final class Finders {
  private Finders() {}

  /** The objects that a condition holds for. */
  static <T extends MetadataObject> Finder where(
      Class<T> type, BiPredicate<T, MetadataSnapshot> wrong) {
    return snapshot ->
        snapshot.all(type).stream()
            .filter(object -> wrong.test(object, snapshot))
            .map(object -> Issue.of(object, "", List.of()))
            .toList();
  }

  /** The objects that something can be said against. */
  static <T extends MetadataObject> Finder commented(
      Class<T> type, BiFunction<T, MetadataSnapshot, Optional<String>> comment) {
    return snapshot ->
        snapshot.all(type).stream()
            .flatMap(object ->
                comment.apply(object, snapshot).stream()
                    .map(text -> Issue.of(object, text, List.of())))
            .toList();
  }

  /** The objects, other than the default ones, that no object refers to by a property. */
  static <T extends MetadataObject> Finder unreferred(
      Class<T> type, Class<? extends MetadataObject> by, String property) {
    return where(
        type,
        (object, snapshot) ->
            !DefaultObjects.isDefault(object)
                && snapshot.referrers(object, by, property).isEmpty());
  }

  /** The objects that have the same key as another one; objects with a null key have none. */
  static <T extends MetadataObject> Finder alike(
      Class<T> type, BiFunction<T, MetadataSnapshot, @Nullable Object> key) {
    return snapshot -> {
      Map<Object, List<T>> byKey = new HashMap<>();
      for (T object : snapshot.all(type)) {
        Object known = key.apply(object, snapshot);
        if (known != null) {
          byKey.computeIfAbsent(known, k -> new ArrayList<>()).add(object);
        }
      }
      List<Issue> issues = new ArrayList<>();
      for (List<T> same : byKey.values()) {
        if (same.size() > 1) {
          for (T object : same) {
            List<String> others =
                same.stream().filter(o -> o != object).map(MetadataObject::uid).toList();
            issues.add(Issue.of(object, "", others));
          }
        }
      }
      return issues;
    };
  }

  /** The members that are in several groups of one group set. */
  static <S extends MetadataObject, G extends MetadataObject> Finder inSeveralGroups(
      Class<? extends MetadataObject> memberType,
      Class<S> setType,
      BiFunction<S, MetadataSnapshot, List<? extends Ref<G>>> groups,
      Class<G> groupType,
      java.util.function.Function<G, ? extends List<? extends Ref<?>>> members) {
    return snapshot -> {
      List<Issue> issues = new ArrayList<>();
      for (S set : snapshot.all(setType)) {
        Set<String> seen = new HashSet<>();
        for (Ref<G> group : groups.apply(set, snapshot)) {
          for (Ref<?> member :
              snapshot
                  .find(groupType, group.id())
                  .<List<? extends Ref<?>>>map(members)
                  .orElse(List.of())) {
            if (!seen.add(member.id())) {
              snapshot
                  .find(memberType, member.id())
                  .ifPresent(m ->
                      issues.add(
                          Issue.of(m, "In several groups of " + set.label(), List.of(set.uid()))));
            }
          }
        }
      }
      return issues;
    };
  }

  /** What is wrong with an expression; empty where it is right or missing. */
  static Optional<String> wrong(@Nullable String text, ParseType type, MetadataSnapshot snapshot) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return switch (Expression.parse(text, type)) {
      case ParseResult.Failure(int position, String reason) ->
          Optional.of(reason + " (character " + (position + 1) + ")");
      case ParseResult.Success(Expression expression) ->
          expression.references().stream()
              .filter(reference -> snapshot.findAny(reference.uid()).isEmpty())
              .map(reference -> "There is no object " + reference.uid())
              .findFirst();
    };
  }
}
