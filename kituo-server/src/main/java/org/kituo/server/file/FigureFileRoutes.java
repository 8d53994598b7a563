package org.kituo.server.file;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueEntry;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.SingleEntry;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.constant.FileResourceDomain;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.datavalue.DataValueRequests;
import org.kituo.server.http.Problem;
import org.kituo.server.metadata.NewUids;
import org.kituo.server.metadata.Views;
import org.kituo.store.datavalue.DataValue;
import org.kituo.store.file.FileTable;
import org.kituo.store.file.StoredFile;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Files and pictures that are figures: the figure is the identifier of the file. */
public final class FigureFileRoutes {
  private static final Set<ValueType> FILES = Set.of(ValueType.FILE_RESOURCE, ValueType.IMAGE);

  private final FileResourceRoutes files;
  private final FileTable table;
  private final DataValueEntry figures;
  private final Views views;

  /** Routes that keep files as the others do, and enter figures as the others do. */
  public FigureFileRoutes(
      FileResourceRoutes files, FileTable table, DataValueEntry figures, Views views) {
    this.files = files;
    this.table = table;
    this.figures = figures;
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/dataValues/file"), this::upload)
        .and(route(GET("/api/dataValues/files"), this::download));
  }

  private ServerResponse upload(ServerRequest request) throws SQLException {
    View view = views.of(request);
    Actor actor = CurrentUser.actor(request);
    DataValueRequests.requireEntry(actor);
    SingleEntry asked = DataValueRequests.entry(request);
    requireFile(asked, view);
    try {
      figures.visible(asked, actor);
      StoredFile file = files.keep(request, FileResourceDomain.DATA_VALUE, NewUids.next(), view);
      figures.save(asked.withValue(file.uid()), actor);
      table.assign(file.uid(), true);
      return FileResourceRoutes.answer(table.find(file.uid()).orElse(file), view);
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
  }

  private ServerResponse download(ServerRequest request) throws SQLException {
    SingleEntry asked = DataValueRequests.entry(request);
    requireFile(asked, views.of(request));
    try {
      DataValue value =
          figures
              .find(asked, CurrentUser.actor(request))
              .orElseThrow(() -> Problem.notFound("Data value does not exist"));
      return files.content(files.find(String.valueOf(value.value())), true);
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
  }

  private static void requireFile(SingleEntry asked, View view) {
    @Nullable String uid = asked.dataElement();
    DataElement element = uid == null ? null : view.snapshot().get(DataElement.class, uid);
    if (element != null && (element.valueType() == null || !FILES.contains(element.valueType()))) {
      throw Problem.conflict("E2026", "File or image not valid for data element: `" + uid + "`");
    }
  }
}
