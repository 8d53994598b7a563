package org.kituo.server.gist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.User;
import org.kituo.model.query.Filter;
import org.kituo.model.query.ObjectView;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.TypeProperty;
import org.kituo.model.snapshot.View;
import org.kituo.server.http.Problem;

/**
 * The filters of a gist: those of all lists, but regardless of case and with patterns, in groups of
 * which one filter is enough where else all are needed (and the other way round), and by what a
 * user may do.
 */
final class GistFilters {
  private static final Pattern GROUPED = Pattern.compile("^(\\d+):(.*)$");
  private static final Map<String, List<Action>> ACCESS =
      Map.of(
          "canread", List.of(Action.READ),
          "canwrite", List.of(Action.READ, Action.WRITE),
          "candataread", List.of(Action.DATA_READ),
          "candatawrite", List.of(Action.DATA_WRITE));
  private static final Set<String> LIKES =
      Set.of("like", "!like", "$like", "!$like", "like$", "!like$");

  private final ObjectType<?> type;
  private final View view;
  private final Actor actor;

  GistFilters(ObjectType<?> type, View view, Actor actor) {
    this.type = type;
    this.view = view;
    this.actor = actor;
  }

  /** What objects must fit: all filters, or any where {@code any} says so. */
  Predicate<MetadataObject> of(List<String> texts, boolean any) {
    Map<String, List<Predicate<MetadataObject>>> groups = new TreeMap<>();
    for (String text : texts.stream().flatMap(t -> parts(t).stream()).toList()) {
      Matcher grouped = GROUPED.matcher(text);
      boolean inGroup = grouped.matches();
      groups
          .computeIfAbsent(inGroup ? grouped.group(1) : "", g -> new ArrayList<>())
          .add(filter(inGroup ? grouped.group(2) : text));
    }
    List<Predicate<MetadataObject>> parts = new ArrayList<>(groups.getOrDefault("", List.of()));
    groups.forEach((name, filters) -> {
      if (!name.isEmpty()) {
        parts.add(joined(filters, !any));
      }
    });
    return parts.isEmpty() ? o -> true : joined(parts, any);
  }

  private static Predicate<MetadataObject> joined(
      Collection<Predicate<MetadataObject>> filters, boolean any) {
    return any
        ? o -> filters.stream().anyMatch(f -> f.test(o))
        : o -> filters.stream().allMatch(f -> f.test(o));
  }

  /** Divides at commas that are followed by another filter. */
  private List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String piece : text.split(",(?![^\\[]*\\])")) {
      String property = piece.replaceFirst("^\\d+:", "").split("[:.]", 2)[0];
      boolean starts = piece.contains(":") && type.property(property) != null;
      if (parts.isEmpty() || starts) {
        parts.add(piece);
      } else {
        parts.set(parts.size() - 1, parts.getLast() + "," + piece);
      }
    }
    return parts;
  }

  private Predicate<MetadataObject> filter(String text) {
    String[] parts = text.split(":", 3);
    String name = parts[0].split("\\.", 2)[0];
    if (type.property(name) == null && !Uid.isUid(name)) {
      throw GistField.unknown(type, name);
    }
    String operator = parts.length > 1 ? parts[1] : "";
    String value = parts.length > 2 ? parts[2] : "";
    String key = operator.toLowerCase(Locale.ROOT);
    if (ACCESS.containsKey(key) || key.equals("canaccess")) {
      return access(name, key, value);
    }
    Filter filter = Filter.parse(type, parts[0] + ":" + lenient(operator, value) + rest(parts));
    return o -> filter.test(o, view);
  }

  private static String rest(String[] parts) {
    return parts.length > 2 ? ":" + parts[2] : "";
  }

  /** Like-filters never mind case, and with * or ? they are patterns. */
  private static String lenient(String operator, String value) {
    boolean pattern = value.contains("*") || value.contains("?");
    String plain = operator.replace("ilike", "like");
    if (pattern && plain.endsWith("like")) {
      return plain.startsWith("!") ? "!match" : "match";
    }
    return LIKES.contains(operator) ? operator.replace("like", "ilike") : operator;
  }

  private Predicate<MetadataObject> access(String name, String operator, String value) {
    String[] arguments = value.replaceAll("[\\[\\]]", "").split(",", 2);
    Actor who = arguments[0].isEmpty() ? actor : user(arguments[0]);
    List<Action> actions =
        operator.equals("canaccess")
            ? actions(arguments.length > 1 ? arguments[1] : "r%")
            : ACCESS.getOrDefault(operator, List.of());
    TypeProperty property = type.property(name);
    return o -> targets(property, o).stream().anyMatch(t -> may(who, actions, t));
  }

  private boolean may(Actor who, List<Action> actions, MetadataObject object) {
    return actions.stream().allMatch(a -> AccessRules.may(who, a, object, view.snapshot()));
  }

  /** What a pattern such as {@code rw%} stands for. */
  private static List<Action> actions(String pattern) {
    List<Action> places = List.of(Action.READ, Action.WRITE, Action.DATA_READ, Action.DATA_WRITE);
    List<Action> wanted = new ArrayList<>();
    for (int i = 0; i < Math.min(places.size(), pattern.length()); i++) {
      if (pattern.charAt(i) == "rwrw".charAt(i)) {
        wanted.add(places.get(i));
      }
    }
    return wanted;
  }

  private Actor user(String uid) {
    return view.snapshot()
        .find(User.class, uid)
        .map(u -> Actor.of(u, view.snapshot()))
        .orElseThrow(() -> Problem.badRequest(null, "There is no user " + uid + "."));
  }

  /** The objects that an access filter is about: the object itself, or those it refers to. */
  private List<MetadataObject> targets(@Nullable TypeProperty property, MetadataObject object) {
    if (property == null || !property.reference()) {
      return List.of(object);
    }
    Object value = ObjectView.value(property, object, view);
    List<?> items = value == null ? List.of() : value instanceof List<?> l ? l : List.of(value);
    List<MetadataObject> targets = new ArrayList<>();
    for (Object item : items) {
      if (ObjectView.target(property, item, view) instanceof MetadataObject target) {
        targets.add(target);
      }
    }
    return targets;
  }
}
