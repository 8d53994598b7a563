package org.kituo.server.analytics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.kituo.analytics.grid.Grid;
import org.kituo.server.http.Answers;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The formats in which tables are answered. */
public enum GridFormat {
  JSON("", MediaType.APPLICATION_JSON_VALUE, null) {
    @Override
    void write(Grid grid, OutputStream out) {
      Answers.write(out, json -> GridJson.write(json, grid));
    }
  },
  XML(".xml", MediaType.APPLICATION_XML_VALUE, null) {
    @Override
    void write(Grid grid, OutputStream out) {
      GridXml.write(grid, out);
    }
  },
  CSV(".csv", "application/csv", "data.csv") {
    @Override
    void write(Grid grid, OutputStream out) {
      GridCsv.write(grid, out);
    }
  },
  HTML(".html", MediaType.TEXT_HTML_VALUE, null) {
    @Override
    void write(Grid grid, OutputStream out) {
      GridHtml.write(grid, false, out);
    }
  },
  HTML_WITH_STYLE(".html+css", MediaType.TEXT_HTML_VALUE, null) {
    @Override
    void write(Grid grid, OutputStream out) {
      GridHtml.write(grid, true, out);
    }
  },
  /** The old format of Excel is not written: under its name comes the new one, which it opens. */
  XLS(".xls", "application/vnd.ms-excel", "data.xlsx") {
    @Override
    void write(Grid grid, OutputStream out) {
      GridSheet.write(grid, out);
    }
  },
  XLSX(".xlsx", "application/vnd.ms-excel", "data.xlsx") {
    @Override
    void write(Grid grid, OutputStream out) {
      GridSheet.write(grid, out);
    }
  };

  private final String suffix;
  private final String mediaType;
  private final @Nullable String fileName;

  GridFormat(String suffix, String mediaType, @Nullable String fileName) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.fileName = fileName;
  }

  /** The end of paths that ask for the format. */
  public String suffix() {
    return suffix;
  }

  /** The format that a request without such an end accepts. */
  static GridFormat accepted(ServerRequest request) {
    for (MediaType accepted : request.headers().accept()) {
      for (GridFormat format : values()) {
        if (format != HTML && accepted.toString().startsWith(format.mediaType)) {
          return format;
        }
      }
    }
    return JSON;
  }

  abstract void write(Grid grid, OutputStream out);

  /** A table in the format. */
  public ServerResponse answer(Grid grid) {
    return answer(out -> write(grid, out), CacheControl.noCache().cachePrivate());
  }

  /** A table that is in the format already, with how long it may be kept. */
  ServerResponse answer(byte[] table, CacheControl keep) {
    return answer(out -> out.write(table), keep);
  }

  /** A table as it is sent in the format. */
  byte[] bytes(Grid grid) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(grid, out);
    return out.toByteArray();
  }

  private interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  private ServerResponse answer(Body body, CacheControl keep) {
    ServerResponse.BodyBuilder response =
        ServerResponse.ok().contentType(MediaType.parseMediaType(mediaType)).cacheControl(keep);
    if (fileName != null) {
      response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + fileName);
    }
    return response.build((servletRequest, servletResponse) -> {
      body.writeTo(servletResponse.getOutputStream());
      return null;
    });
  }
}
