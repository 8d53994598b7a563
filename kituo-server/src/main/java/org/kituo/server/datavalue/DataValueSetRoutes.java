package org.kituo.server.datavalue;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.DataValueExport;
import org.kituo.data.datavalue.DataValueExport.Prepared;
import org.kituo.data.datavalue.DataValueImport;
import org.kituo.data.datavalue.EntryReader.UnreadableBodyException;
import org.kituo.data.datavalue.ExportRequest;
import org.kituo.data.datavalue.ImportOptions;
import org.kituo.data.datavalue.ImportOptions.BadParameterException;
import org.kituo.data.datavalue.ImportSummary;
import org.kituo.model.access.Actor;
import org.kituo.model.metadata.constant.JobType;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.http.Xml;
import org.kituo.server.job.JobAnswers;
import org.kituo.store.job.Jobs;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Importing and exporting many figures. */
public final class DataValueSetRoutes {
  private static final String PATH = "/api/dataValueSets";
  private static final Pattern SUFFIX =
      Pattern.compile(".*/dataValueSets(?:\\.(json|csv|xml|adx\\+xml))?(?:\\.(gz|zip))?");

  private final DataValueImport imports;
  private final DataValueExport exports;
  private final Jobs jobs;

  /**
   * Routes over an import and an export.
   *
   * @param jobs does imports that shall not be waited for
   */
  public DataValueSetRoutes(DataValueImport imports, DataValueExport exports, Jobs jobs) {
    this.imports = imports;
    this.exports = exports;
    this.jobs = jobs;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST(PATH), this::post)
        .and(route(GET(PATH), this::get))
        .and(route(GET(PATH + "{suffix:\\..+}"), this::get));
  }

  private ServerResponse post(ServerRequest request) throws IOException, SQLException {
    Actor actor = CurrentUser.actor(request);
    DataValueRequests.requireEntry(actor);
    ValueFormat format = ValueFormat.ofBody(request.servletRequest().getContentType());
    ImportOptions options = options(request, format);
    try (InputStream body = DataValueRequests.body(request)) {
      if (options.async()) {
        return JobAnswers.started(
            jobs.start(
                JobType.DATAVALUE_IMPORT,
                Objects.requireNonNullElse(actor.user().username(), ""),
                ImportSummaryJson.options(options),
                DataValueImportJob.input(format, request, body)));
      }
      return answer(request, imports.run(body, format.reader(), options, actor));
    } catch (UnreadableBodyException | BadParameterException e) {
      throw Problem.badRequest(null, String.valueOf(e.getMessage()));
    }
  }

  private static ImportOptions options(ServerRequest request, ValueFormat format) {
    return withDefaults(DataValueRequests.options(request), format);
  }

  /** ADX names objects by their codes unless a request says otherwise. */
  static ImportOptions withDefaults(ImportOptions options, ValueFormat format) {
    try {
      return format == ValueFormat.ADX && !options.idSchemes().containsKey("idScheme")
          ? options.with(Map.of("idScheme", "CODE"))
          : options;
    } catch (BadParameterException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerResponse answer(ServerRequest request, ImportSummary summary) {
    return switch (summary.status()) {
      case SUCCESS -> answer(request, summary, HttpStatus.OK, "OK", "Import was successful.");
      case WARNING ->
          answer(
              request,
              summary,
              HttpStatus.OK,
              "WARNING",
              "Import completed with warnings, please check import summary.");
      case ERROR ->
          answer(
              request,
              summary,
              HttpStatus.CONFLICT,
              "ERROR",
              "An error occurred, please check import summary.");
    };
  }

  private static ServerResponse answer(
      ServerRequest request,
      ImportSummary summary,
      HttpStatus status,
      String outcome,
      String message) {
    return Xml.message(
        request, status, outcome, message, json -> ImportSummaryJson.write(json, summary));
  }

  private enum Compression {
    NONE,
    GZIP,
    ZIP
  }

  private ServerResponse get(ServerRequest request) {
    Matcher path = SUFFIX.matcher(request.path());
    if (!path.matches()) {
      throw Problem.of(HttpStatus.NOT_FOUND, null, "There is no resource " + request.path() + ".");
    }
    String named = path.group(1) == null ? Requests.text(request, "format") : path.group(1);
    ValueFormat format = ValueFormat.named(named);
    Compression compression = compression(request, path.group(2));
    Prepared export;
    try {
      ExportRequest asked = ExportParameters.read(request);
      boolean byCode = format == ValueFormat.ADX && !asked.outputSchemes().containsKey("idScheme");
      export = exports.prepare(byCode ? asked.byCode() : asked, CurrentUser.actor(request));
    } catch (DataValueException e) {
      throw DataValueRequests.problem(e);
    }
    return sent(request, format, compression, export);
  }

  private static Compression compression(ServerRequest request, @Nullable String suffix) {
    if (suffix != null) {
      return suffix.equals("gz") ? Compression.GZIP : Compression.ZIP;
    }
    return Requests.constant(request, "compression", Compression.NONE);
  }

  private ServerResponse sent(
      ServerRequest request, ValueFormat format, Compression compression, Prepared export) {
    ServerResponse.BodyBuilder answer =
        ServerResponse.ok()
            .contentType(MediaType.parseMediaType(format.mediaType()))
            .cacheControl(CacheControl.noCache().cachePrivate());
    String plain = "dataValues." + format.extension();
    String file =
        switch (compression) {
          case NONE -> null;
          case GZIP -> plain + ".gz";
          case ZIP -> plain + ".zip";
        };
    String attachment = Requests.text(request, "attachment");
    String name = attachment == null ? file : attachment.replaceAll("[^\\w.\\- ]", "_");
    if (name != null) {
      answer.header("Content-Disposition", "attachment; filename=" + name);
      answer.header("Content-Transfer-Encoding", "binary");
    }
    return answer.build((servletRequest, response) -> {
      try (OutputStream out = packed(response.getOutputStream(), compression, plain)) {
        format.write(exports, export, out);
      }
      return null;
    });
  }

  private static OutputStream packed(OutputStream out, Compression compression, String name)
      throws IOException {
    return switch (compression) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out);
      case ZIP -> {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(name.toLowerCase(Locale.ROOT)));
        yield zip;
      }
    };
  }
}
