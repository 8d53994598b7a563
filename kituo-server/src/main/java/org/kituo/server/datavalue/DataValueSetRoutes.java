package org.kituo.server.datavalue;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.kituo.data.datavalue.CsvEntryReader;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.DataValueExport;
import org.kituo.data.datavalue.DataValueExport.Prepared;
import org.kituo.data.datavalue.DataValueImport;
import org.kituo.data.datavalue.EntryReader;
import org.kituo.data.datavalue.EntryReader.UnreadableBodyException;
import org.kituo.data.datavalue.ExportJson;
import org.kituo.data.datavalue.ImportOptions.BadParameterException;
import org.kituo.data.datavalue.ImportSummary;
import org.kituo.data.datavalue.JsonEntryReader;
import org.kituo.model.access.Actor;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Importing and exporting many figures. */
public final class DataValueSetRoutes {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DataValueImport imports;
  private final DataValueExport exports;

  /** Routes over an import and an export. */
  public DataValueSetRoutes(DataValueImport imports, DataValueExport exports) {
    this.imports = imports;
    this.exports = exports;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST("/api/dataValueSets"), this::post)
        .and(route(GET("/api/dataValueSets"), this::get));
  }

  private ServerResponse post(ServerRequest request) throws IOException, SQLException {
    Actor actor = CurrentUser.actor(request);
    DataValueRequests.requireEntry(actor);
    EntryReader reader =
        CsvEntryReader.reads(request.servletRequest().getContentType())
            ? new CsvEntryReader()
            : new JsonEntryReader();
    try (InputStream body = DataValueRequests.body(request)) {
      return answer(imports.run(body, reader, DataValueRequests.options(request), actor));
    } catch (UnreadableBodyException | BadParameterException e) {
      throw Problem.badRequest(null, String.valueOf(e.getMessage()));
    }
  }

  private static ServerResponse answer(ImportSummary summary) {
    return switch (summary.status()) {
      case SUCCESS -> answer(summary, HttpStatus.OK, "OK", "Import was successful.");
      case WARNING ->
          answer(
              summary,
              HttpStatus.OK,
              "WARNING",
              "Import completed with warnings, please check import summary.");
      case ERROR ->
          answer(
              summary,
              HttpStatus.CONFLICT,
              "ERROR",
              "An error occurred, please check import summary.");
    };
  }

  private static ServerResponse answer(
      ImportSummary summary, HttpStatus status, String outcome, String message) {
    return Answers.message(
        status, outcome, message, json -> ImportSummaryJson.write(json, summary));
  }

  private ServerResponse get(ServerRequest request) {
    Prepared export;
    try {
      export = exports.prepare(ExportParameters.read(request), CurrentUser.actor(request));
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .build((servletRequest, response) -> {
          try (JsonGenerator json = JSON.createGenerator(response.getOutputStream())) {
            ExportJson.write(exports, export, json);
          }
          return null;
        });
  }
}
