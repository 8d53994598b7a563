package org.kituo.server.datavalue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.AdxEntryReader;
import org.kituo.data.datavalue.CsvEntryReader;
import org.kituo.data.datavalue.DataValueExport;
import org.kituo.data.datavalue.DataValueExport.Prepared;
import org.kituo.data.datavalue.EntryReader;
import org.kituo.data.datavalue.ExportAdx;
import org.kituo.data.datavalue.ExportCsv;
import org.kituo.data.datavalue.ExportJson;
import org.kituo.data.datavalue.ExportXml;
import org.kituo.data.datavalue.JsonEntryReader;
import org.kituo.data.datavalue.XmlEntryReader;
import org.kituo.server.http.Xml;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The formats of data value sets. */
enum ValueFormat {
  JSON("json", "application/json"),
  CSV("csv", "application/csv"),
  XML("xml", "application/xml"),
  ADX("adx+xml", "application/adx+xml");

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final String suffix;
  private final String mediaType;

  ValueFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** The media type of answers. */
  String mediaType() {
    return mediaType;
  }

  /** The last part of a file's name, without the point. */
  String extension() {
    return this == ADX ? "xml" : suffix;
  }

  /** The format of a body by its media type; JSON where that says nothing else. */
  static ValueFormat ofBody(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.contains("csv")) {
      return CSV;
    }
    if (type.contains("adx+xml")) {
      return ADX;
    }
    return type.contains("xml") ? XML : JSON;
  }

  /** The format of a name, such as a path's suffix; JSON where it names none. */
  static ValueFormat named(@Nullable String name) {
    String text = name == null ? "" : name.toLowerCase(Locale.ROOT).replace(' ', '+');
    return switch (text) {
      case "csv" -> CSV;
      case "xml" -> XML;
      case "adx+xml" -> ADX;
      default -> JSON;
    };
  }

  /** A reader of bodies. */
  EntryReader reader() {
    return switch (this) {
      case JSON -> new JsonEntryReader();
      case CSV -> new CsvEntryReader();
      case XML -> new XmlEntryReader();
      case ADX -> new AdxEntryReader();
    };
  }

  /** Writes an export. The stream stays open. */
  void write(DataValueExport exports, Prepared export, OutputStream out)
      throws IOException, SQLException {
    switch (this) {
      case JSON -> {
        JsonGenerator json = MAPPER.createGenerator(new Unclosed(out));
        ExportJson.write(exports, export, json);
        json.close();
      }
      case CSV -> {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        ExportCsv.write(exports, export, lines);
        lines.flush();
      }
      case XML -> Xml.write(out, xml -> reading(() -> ExportXml.write(exports, export, xml)));
      case ADX -> Xml.write(out, xml -> reading(() -> ExportAdx.write(exports, export, xml)));
    }
  }

  @FunctionalInterface
  private interface Reading {
    void run() throws SQLException, javax.xml.stream.XMLStreamException;
  }

  private static void reading(Reading reading) throws javax.xml.stream.XMLStreamException {
    try {
      reading.run();
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("Figures could not be read", e));
    }
  }

  /** A stream that outlives its writers. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
