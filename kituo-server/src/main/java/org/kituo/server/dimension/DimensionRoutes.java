package org.kituo.server.dimension;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.Category;
import org.kituo.model.metadata.CategoryCombo;
import org.kituo.model.metadata.CategoryOptionGroupSet;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataElementGroupSet;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.OrganisationUnitGroupSet;
import org.kituo.model.metadata.constant.DataDimensionType;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The dimensions that people added to data, periods and units: categories and group sets, with
 * their items.
 */
public final class DimensionRoutes {
  private static final String USUAL = "id,displayName";

  private final Views views;

  /** Routes over views. */
  public DimensionRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/dimensions"), r -> list(r, all(r)))
        .and(route(GET("/api/dimensions/constraints"), r -> list(r, constraints(r))))
        .and(route(GET("/api/dimensions/recommendations"), r -> list(r, recommended(r))))
        .and(route(GET("/api/dimensions/dataSet/{uid}"), r -> list(r, ofDataSet(r))))
        .and(route(GET("/api/dimensions/{uid}"), this::one))
        .and(route(GET("/api/dimensions/{uid}/items"), this::items));
  }

  /** Only the list of all is given in pages. */
  private ServerResponse list(ServerRequest request, List<MetadataObject> dimensions) {
    View view = views.of(request);
    if (request.path().endsWith("/dimensions")) {
      return new MixedList("dimensions", dimensions, USUAL).answer(request, view);
    }
    var plans = MixedList.plans(request, USUAL);
    return Answers.json(json -> {
      FieldsWriter writer = new FieldsWriter(json, view);
      json.writeStartObject();
      json.writeName("dimensions");
      json.writeStartArray();
      dimensions.forEach(d -> writer.write(d, plans.apply(d)));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private List<MetadataObject> all(ServerRequest request) {
    MetadataSnapshot snapshot = views.of(request).snapshot();
    List<MetadataObject> dimensions = new ArrayList<>();
    snapshot.all(Category.class).forEach(dimensions::add);
    snapshot.all(CategoryOptionGroupSet.class).forEach(dimensions::add);
    snapshot.all(DataElementGroupSet.class).forEach(dimensions::add);
    snapshot.all(OrganisationUnitGroupSet.class).forEach(dimensions::add);
    return readable(request, dimensions.stream().filter(DimensionRoutes::isDataDimension).toList());
  }

  private List<MetadataObject> readable(ServerRequest request, List<MetadataObject> objects) {
    Actor actor = CurrentUser.actor(request);
    MetadataSnapshot snapshot = views.of(request).snapshot();
    return objects.stream()
        .filter(o -> AccessRules.may(actor, Action.READ, o, snapshot))
        .sorted(
            java.util.Comparator.comparing(MetadataObject::label, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static boolean isDataDimension(MetadataObject object) {
    return switch (object) {
      case Category c -> c.dataDimension();
      case CategoryOptionGroupSet s -> s.dataDimension();
      case DataElementGroupSet s -> s.dataDimension();
      case OrganisationUnitGroupSet s -> s.dataDimension();
      default -> false;
    };
  }

  /** The dimensions by which the data that a user sees can be limited. */
  private List<MetadataObject> constraints(ServerRequest request) {
    return all(request).stream()
        .filter(d ->
            d instanceof CategoryOptionGroupSet
                || d instanceof Category c && c.dataDimensionType() == DataDimensionType.ATTRIBUTE)
        .toList();
  }

  /** The dimensions that go with some data: group sets of units, categories of data elements. */
  private List<MetadataObject> recommended(ServerRequest request) {
    MetadataSnapshot snapshot = views.of(request).snapshot();
    Set<String> categories = new LinkedHashSet<>();
    for (String dimension : Requests.texts(request, "dimension")) {
      if (dimension.startsWith("dx:")) {
        for (String item : dimension.substring("dx:".length()).split(";")) {
          snapshot
              .find(DataElement.class, item.replaceFirst("\\..*", ""))
              .ifPresent(e -> categories.addAll(categories(e.categoryCombo(), snapshot)));
        }
      }
    }
    return all(request).stream()
        .filter(d -> d instanceof OrganisationUnitGroupSet || categories.contains(d.uid()))
        .toList();
  }

  private static List<String> categories(
      @Nullable Ref<CategoryCombo> combo, MetadataSnapshot snapshot) {
    return combo == null
        ? List.of()
        : snapshot.find(CategoryCombo.class, combo.id()).stream()
            .flatMap(c -> c.categories().stream().map(Ref::id))
            .toList();
  }

  /** The dimensions of the attribute option combinations of a data set. */
  private List<MetadataObject> ofDataSet(ServerRequest request) {
    MetadataSnapshot snapshot = views.of(request).snapshot();
    DataSet set =
        snapshot
            .find(DataSet.class, request.pathVariable("uid"))
            .orElseThrow(() ->
                Problem.notFound("There is no data set " + request.pathVariable("uid") + "."));
    List<String> categories = categories(set.categoryCombo(), snapshot);
    return all(request).stream().filter(d -> categories.contains(d.uid())).toList();
  }

  private MetadataObject dimension(ServerRequest request) {
    String uid = request.pathVariable("uid");
    MetadataSnapshot snapshot = views.of(request).snapshot();
    List<MetadataObject> found = new ArrayList<>();
    snapshot.find(Category.class, uid).ifPresent(found::add);
    snapshot.find(CategoryOptionGroupSet.class, uid).ifPresent(found::add);
    snapshot.find(DataElementGroupSet.class, uid).ifPresent(found::add);
    snapshot.find(OrganisationUnitGroupSet.class, uid).ifPresent(found::add);
    return readable(request, found).stream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("Dimension does not exist: " + uid));
  }

  private ServerResponse one(ServerRequest request) {
    MetadataObject dimension = dimension(request);
    var plan = MixedList.plans(request, "*").apply(dimension);
    View view = views.of(request);
    return Answers.json(json -> new FieldsWriter(json, view).write(dimension, plan));
  }

  private ServerResponse items(ServerRequest request) {
    View view = views.of(request);
    Actor actor = CurrentUser.actor(request);
    List<? extends Ref<?>> refs =
        switch (dimension(request)) {
          case Category c -> c.categoryOptions();
          case CategoryOptionGroupSet s -> s.categoryOptionGroups();
          case DataElementGroupSet s -> s.dataElementGroups();
          case OrganisationUnitGroupSet s -> s.organisationUnitGroups();
          default -> List.of();
        };
    List<MetadataObject> items =
        refs.stream()
            .flatMap(r -> view.snapshot().findAny(r.id()).stream())
            .filter(o -> AccessRules.may(actor, Action.READ, o, view.snapshot()))
            .toList();
    return new MixedList("items", items, USUAL).answer(request, view);
  }
}
