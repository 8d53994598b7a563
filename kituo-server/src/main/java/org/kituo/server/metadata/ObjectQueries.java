package org.kituo.server.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kituo.data.validation.Validation;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.DefaultObjects;
import org.kituo.model.metadata.Hierarchy;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserRole;
import org.kituo.model.metadata.ValidationRule;
import org.kituo.model.query.Filter;
import org.kituo.model.query.ObjectQuery;
import org.kituo.model.query.Order;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Requests;
import org.springframework.web.servlet.function.ServerRequest;

/** Makes the query that the parameters of a list say. */
final class ObjectQueries {
  private enum Junction {
    AND,
    OR
  }

  private enum Defaults {
    INCLUDE,
    EXCLUDE
  }

  private ObjectQueries() {}

  static ObjectQuery of(ServerRequest request, ObjectType<?> type, View view) {
    List<Filter> filters = new ArrayList<>();
    for (String text : Requests.texts(request, "filter")) {
      filters.add(Filter.parse(type, text));
    }
    String order = String.join(",", Requests.texts(request, "order"));
    boolean any = Requests.constant(request, "rootJunction", Junction.AND) == Junction.OR;
    return new ObjectQuery(
        type,
        filters,
        any,
        Requests.text(request, "query"),
        order.isEmpty() ? List.of() : Order.parse(type, order),
        special(request, type, view).and(defaults(request)));
  }

  private static Predicate<MetadataObject> defaults(ServerRequest request) {
    if (Requests.constant(request, "defaults", Defaults.INCLUDE) == Defaults.INCLUDE) {
      return o -> true;
    }
    List<String> fixed =
        List.of(
            DefaultObjects.CATEGORY,
            DefaultObjects.CATEGORY_COMBO,
            DefaultObjects.CATEGORY_OPTION,
            DefaultObjects.CATEGORY_OPTION_COMBO);
    return o -> !fixed.contains(o.uid());
  }

  /**
   * What only lists of some types know: of users, of the roles that one may give, of rules, and of
   * organisation units: level, depth, and the user's part of the hierarchy.
   */
  private static Predicate<MetadataObject> special(
      ServerRequest request, ObjectType<?> type, View view) {
    Predicate<MetadataObject> all = o -> true;
    Actor actor = CurrentUser.actor(request);
    if (type.record() == User.class) {
      return UserQueries.of(request, actor, view);
    }
    if (type.record() == UserRole.class && Requests.flag(request, "canIssue", false)) {
      return role -> AccessRules.mayGrant(actor, (UserRole) role);
    }
    String dataSet = Requests.text(request, "dataSet");
    if (type.record() == ValidationRule.class && dataSet != null) {
      DataSet set = DataSetWrites.readable(dataSet, actor, view.snapshot());
      return rule -> Validation.concerns((ValidationRule) rule, set, view.snapshot());
    }
    if (type.record() != OrganisationUnit.class) {
      return all;
    }
    int level = Requests.integer(request, "level", 0);
    int maxLevel = Requests.integer(request, "maxLevel", 0);
    if (level > 0) {
      all = all.and(o -> Hierarchy.level((OrganisationUnit) o, view.snapshot()) == level);
    }
    if (maxLevel > 0) {
      all = all.and(o -> Hierarchy.level((OrganisationUnit) o, view.snapshot()) <= maxLevel);
    }
    if (Requests.flag(request, "withinUserHierarchy", false) && !actor.captureUnits().isEmpty()) {
      all =
          all.and(
              o -> AccessRules.within((OrganisationUnit) o, actor.captureUnits(), view.snapshot()));
    }
    if (Requests.flag(request, "userOnly", false)) {
      all = all.and(o -> actor.captureUnits().stream().anyMatch(r -> r.id().equals(o.uid())));
    }
    if (Requests.flag(request, "userDataViewOnly", false)
        || Requests.flag(request, "userDataViewFallback", false)) {
      all = all.and(o -> actor.dataViewUnits().stream().anyMatch(r -> r.id().equals(o.uid())));
    }
    return all;
  }
}
