package org.kituo.server.dimension;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroup;
import org.kituo.model.metadata.DataElementOperand;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.constant.DataElementDomain;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Types;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Data elements with each of their category option combinations. */
public final class OperandRoutes {
  private final Views views;

  /** Routes over views. */
  public OperandRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(
            GET("/api/dataElementOperands"), r -> list(r, combos(r, views.of(r).snapshot()), ""))
        .and(route(GET("/api/dataElementGroups/{uid}/operands"), r -> ofGroup(r, "")))
        .and(
            route(
                GET("/api/dataElementGroups/{uid}/operands/query/{q}"),
                r -> ofGroup(r, r.pathVariable("q"))));
  }

  /** Those of the data elements of a group, with a text in their names. */
  private ServerResponse ofGroup(ServerRequest request, String query) {
    MetadataSnapshot snapshot = views.of(request).snapshot();
    DataElementGroup group =
        (DataElementGroup)
            Types.object(
                ObjectType.of(DataElementGroup.class),
                request.pathVariable("uid"),
                CurrentUser.actor(request),
                snapshot);
    Map<DataElement, @Nullable Ref<CategoryCombo>> combos = new LinkedHashMap<>();
    group.dataElements().stream()
        .flatMap(r -> snapshot.find(DataElement.class, r.id()).stream())
        .forEach(d -> combos.put(d, d.categoryCombo()));
    return list(request, combos, query);
  }

  private ServerResponse list(
      ServerRequest request, Map<DataElement, @Nullable Ref<CategoryCombo>> combos, String query) {
    View view = views.of(request);
    Actor actor = CurrentUser.actor(request);
    boolean totals = Requests.flag(request, "totals", false);
    List<DataElementOperand> operands = new ArrayList<>();
    combos.forEach((element, combo) -> {
      if (AccessRules.may(actor, Action.READ, element, view.snapshot())) {
        operands.addAll(operands(element, combo, totals, view.snapshot()));
      }
    });
    String part = query.toLowerCase(Locale.ROOT);
    operands.removeIf(o -> !o.label().toLowerCase(Locale.ROOT).contains(part));
    operands.sort(Comparator.comparing(DataElementOperand::label));
    return new MixedList("dataElementOperands", operands, "id,displayName").answer(request, view);
  }

  /**
   * The data elements meant with their category combinations: those of a data set, which may have
   * another combination there; those that a filter names; or all.
   */
  private static Map<DataElement, @Nullable Ref<CategoryCombo>> combos(
      ServerRequest request, MetadataSnapshot snapshot) {
    Map<DataElement, @Nullable Ref<CategoryCombo>> combos = new LinkedHashMap<>();
    String dataSet = Requests.text(request, "dataSet");
    if (dataSet != null) {
      DataSet set =
          snapshot
              .find(DataSet.class, dataSet)
              .orElseThrow(() -> Problem.notFound("There is no data set " + dataSet + "."));
      set.dataSetElements()
          .forEach(e ->
              Stream.ofNullable(e.dataElement())
                  .flatMap(r -> snapshot.find(DataElement.class, r.id()).stream())
                  .forEach(d ->
                      combos.put(
                          d, e.categoryCombo() == null ? d.categoryCombo() : e.categoryCombo())));
      return combos;
    }
    for (DataElement element : snapshot.all(DataElement.class)) {
      if (element.domainType() == DataElementDomain.AGGREGATE) {
        combos.put(element, element.categoryCombo());
      }
    }
    return combos;
  }

  private static List<DataElementOperand> operands(
      DataElement element,
      @Nullable Ref<CategoryCombo> combo,
      boolean totals,
      MetadataSnapshot snapshot) {
    List<DataElementOperand> operands = new ArrayList<>();
    CategoryCombo found = combo == null ? null : snapshot.get(CategoryCombo.class, combo.id());
    if (totals) {
      operands.add(
          new DataElementOperand(
              Identity.of(element.uid(), null), null, new Ref<>(element.uid()), element.name()));
    }
    if (found != null) {
      for (CategoryOptionCombo option :
          snapshot.referrers(found, CategoryOptionCombo.class, "categoryCombo")) {
        operands.add(DataElementOperand.of(element, option));
      }
    }
    return operands;
  }
}
