package org.kituo.server.metadata;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.schema.Dates;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.ServerRequest;

/** The parameters that only lists of users know. */
final class UserQueries {
  private final ServerRequest request;
  private final Actor actor;
  private final View view;
  private final MetadataSnapshot snapshot;

  private UserQueries(ServerRequest request, Actor actor, View view) {
    this.request = request;
    this.actor = actor;
    this.view = view;
    this.snapshot = view.snapshot();
  }

  static Predicate<MetadataObject> of(ServerRequest request, Actor actor, View view) {
    UserQueries query = new UserQueries(request, actor, view);
    Predicate<User> fits =
        query.properties().and(query.logins()).and(query.manageable()).and(query.units());
    return object -> fits.test((User) object);
  }

  private Predicate<User> properties() {
    Predicate<User> all = user -> true;
    String phone = Requests.text(request, "phoneNumber");
    if (phone != null) {
      all = all.and(user -> phone.equals(user.phoneNumber()));
    }
    if (Requests.flag(request, "selfRegistered", false)) {
      all = all.and(User::selfRegistered);
    }
    String invitation = Requests.text(request, "invitationStatus");
    if (invitation != null && !invitation.equalsIgnoreCase("none")) {
      all = all.and(User::invitation);
    }
    return all;
  }

  private Predicate<User> logins() {
    Predicate<User> all = user -> true;
    int months = Requests.integer(request, "inactiveMonths", 0);
    LocalDateTime since =
        months > 0 ? LocalDateTime.now().minusMonths(months) : date("inactiveSince");
    if (since != null) {
      all = all.and(user -> isBefore(view.moment(user.uid()), since));
    }
    LocalDateTime login = date("lastLogin");
    if (login != null) {
      all = all.and(user -> !isBefore(view.moment(user.uid()), login));
    }
    return all;
  }

  private static boolean isBefore(@Nullable LocalDateTime time, LocalDateTime other) {
    return time == null || time.isBefore(other);
  }

  private @Nullable LocalDateTime date(String parameter) {
    String text = Requests.text(request, parameter);
    LocalDateTime date = text == null ? null : Dates.parse(text);
    if (text != null && date == null) {
      throw Problem.badRequest(
          null,
          "Value '%s' is not valid for parameter %s. It should be of type Date"
              .formatted(text, parameter));
    }
    return date;
  }

  /** Those whom the actor may change, and those who may do no more than the actor. */
  private Predicate<User> manageable() {
    boolean both = Requests.flag(request, "manage", false);
    Predicate<User> all = user -> true;
    if (both || Requests.flag(request, "canManage", false)) {
      all = all.and(user -> AccessRules.may(actor, Action.WRITE, user, snapshot));
    }
    if ((both || Requests.flag(request, "authSubset", false)) && !actor.isSuper()) {
      Set<String> own = actor.authorities();
      all = all.and(user -> own.containsAll(Actor.of(user, snapshot).authorities()));
    }
    return all;
  }

  /**
   * Those who are in a unit, or in one of the actor's, by one of the three sets that users have.
   */
  private Predicate<User> units() {
    List<String> wanted = Requests.texts(request, "ou");
    boolean own = Requests.flag(request, "userOrgUnits", false);
    if (wanted.isEmpty() && !own) {
      return user -> true;
    }
    boolean below = Requests.flag(request, "includeChildren", false);
    List<String> units = own ? actor.captureUnits().stream().map(Ref::id).toList() : wanted;
    Function<User, List<Ref<OrganisationUnit>>> scope = scope();
    return user -> scope.apply(user).stream().anyMatch(ref -> isIn(ref, units, below));
  }

  private Function<User, List<Ref<OrganisationUnit>>> scope() {
    String boundary = Objects.requireNonNullElse(Requests.text(request, "orgUnitBoundary"), "");
    return switch (boundary.toUpperCase(Locale.ROOT)) {
      case "DATA_OUTPUT" -> User::dataViewOrganisationUnits;
      case "TEI_SEARCH" -> User::teiSearchOrganisationUnits;
      default -> User::organisationUnits;
    };
  }

  private boolean isIn(Ref<OrganisationUnit> ref, List<String> units, boolean below) {
    OrganisationUnit unit = snapshot.get(OrganisationUnit.class, ref.id());
    return units.contains(ref.id())
        || below
            && unit != null
            && units.stream().anyMatch(above -> Hierarchy.within(unit, above, snapshot));
  }
}
