package org.kituo.data.datavalue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueExport.Prepared;
import org.kituo.store.datavalue.DataValue;

/** Writes an export as CSV (RFC 4180), a line for each figure below a line of names. */
public final class ExportCsv {
  private static final String HEADER =
      "dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value,storedby,"
          + "lastupdated,comment,followup,deleted\n";

  private final ExportNames names;
  private final Writer out;

  private ExportCsv(Prepared export, Writer out) {
    this.names = new ExportNames(export);
    this.out = out;
  }

  /** Writes all of an export. */
  public static void write(DataValueExport exports, Prepared export, Writer out)
      throws SQLException, IOException {
    out.write(HEADER);
    exports.run(export, new ExportCsv(export, out)::line);
  }

  private void line(DataValue value) {
    if (!names.areKnown(value)) {
      return;
    }
    try {
      field(names.dataElement(value), ',');
      field(names.period(value), ',');
      field(names.orgUnit(value), ',');
      field(names.category(value), ',');
      field(names.attribute(value), ',');
      field(value.value(), ',');
      field(value.storedBy(), ',');
      field(ExportNames.time(value.lastUpdated()), ',');
      field(value.comment(), ',');
      field(value.followUp() == null ? null : value.followUp().toString(), ',');
      field(String.valueOf(value.deleted()), '\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void field(@Nullable String text, char end) throws IOException {
    if (text != null) {
      boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
      out.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    out.write(end);
  }
}
