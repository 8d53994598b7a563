package org.kituo.server.dimension;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.Program;
import org.kituo.model.metadata.ProgramDataElement;
import org.kituo.model.metadata.ProgramStage;
import org.kituo.model.metadata.constant.DimensionItemType;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.Views;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The data elements of the stages of a program: {@code /api/programDataElements?program=}. */
public final class ProgramDataElementRoutes {
  private final Views views;

  /** Routes over views. */
  public ProgramDataElementRoutes(Views views) {
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(GET("/api/programDataElements"), this::list);
  }

  private ServerResponse list(ServerRequest request) {
    View view = views.of(request);
    MetadataSnapshot snapshot = view.snapshot();
    Actor actor = CurrentUser.actor(request);
    String uid = Requests.text(request, "program");
    Program program =
        uid == null
            ? null
            : snapshot
                .find(Program.class, uid)
                .filter(p -> AccessRules.may(actor, Action.READ, p, snapshot))
                .orElse(null);
    if (program == null) {
      throw Problem.conflict(null, "The parameter program must name a program.");
    }
    List<ProgramDataElement> elements = new ArrayList<>();
    for (DataElement element : elements(program, snapshot)) {
      if (AccessRules.may(actor, Action.READ, element, snapshot)) {
        elements.add(of(program, element));
      }
    }
    return new MixedList("programDataElements", elements, "id,displayName").answer(request, view);
  }

  /** Each data element once, in the order of the stages. */
  private static Set<DataElement> elements(Program program, MetadataSnapshot snapshot) {
    Set<DataElement> elements = new LinkedHashSet<>();
    program.programStages().stream()
        .flatMap(r -> snapshot.find(ProgramStage.class, r.id()).stream())
        .flatMap(s -> s.programStageDataElements().stream())
        .forEach(d -> {
          Ref<DataElement> ref = d.dataElement();
          if (ref != null) {
            snapshot.find(DataElement.class, ref.id()).ifPresent(elements::add);
          }
        });
    return elements;
  }

  private static ProgramDataElement of(Program program, DataElement element) {
    String id = program.uid() + "." + element.uid();
    return new ProgramDataElement(
        Identity.of(id, element.identity().code()),
        element.aggregationType(),
        new Ref<>(element.uid()),
        element.description(),
        id,
        DimensionItemType.PROGRAM_DATA_ELEMENT,
        element.formName(),
        element.legendSets().stream().findFirst().orElse(null),
        element.legendSets(),
        program.label() + " " + element.label(),
        new Ref<>(program.uid()),
        null,
        program.label() + " " + element.label(),
        element.valueType());
  }
}
