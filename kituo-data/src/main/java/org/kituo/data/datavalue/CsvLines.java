package org.kituo.data.datavalue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import org.kituo.data.datavalue.EntryReader.UnreadableBodyException;

/**
 * Takes the lines of CSV (RFC 4180) apart; a field in quotes may hold commas, quotes (doubled) and
 * line ends.
 */
public final class CsvLines {
  private final Reader in;
  private int next;

  private CsvLines(Reader in) throws IOException {
    this.in = in;
    this.next = in.read();
  }

  /** The lines of a stream, which the caller closes. */
  public static CsvLines of(InputStream in, Charset charset) throws IOException {
    return new CsvLines(new BufferedReader(new InputStreamReader(in, charset)));
  }

  /** The fields of the next line that is not empty; false at the end. */
  public boolean next(List<String> fields) throws IOException, UnreadableBodyException {
    while (next == '\n' || next == '\r') {
      next = in.read();
    }
    fields.clear();
    if (next < 0) {
      return false;
    }
    fields.add(field());
    while (next == ',') {
      next = in.read();
      fields.add(field());
    }
    return true;
  }

  private String field() throws IOException, UnreadableBodyException {
    StringBuilder text = new StringBuilder();
    if (next == '"') {
      quoted(text);
    }
    while (next >= 0 && next != ',' && next != '\n' && next != '\r') {
      text.append((char) next);
      next = in.read();
    }
    return text.toString();
  }

  private void quoted(StringBuilder text) throws IOException, UnreadableBodyException {
    next = in.read();
    while (true) {
      if (next < 0) {
        throw new UnreadableBodyException("A quoted field of the CSV does not end");
      }
      int read = next;
      next = in.read();
      if (read != '"') {
        text.append((char) read);
      } else if (next == '"') {
        text.append('"');
        next = in.read();
      } else {
        return;
      }
    }
  }
}
