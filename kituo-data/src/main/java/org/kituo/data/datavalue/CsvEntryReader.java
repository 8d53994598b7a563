package org.kituo.data.datavalue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.EntryGroup.Column;

/**
 * The CSV format of data value sets (RFC 4180). The first line names the columns, in any order and
 * case, by their present or their older names; a first line without any such name belongs to the
 * older servers, whose columns had fixed places.
 */
public final class CsvEntryReader implements EntryReader {
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "catoptcombo", "categoryoptioncombo",
          "attroptcombo", "attributeoptioncombo",
          "cmt", "comment",
          "flwup", "followup",
          "strby", "storedby",
          "lstupd", "lastupdated");

  private static final List<String> OLD_ORDER =
      List.of(
          "dataelement",
          "period",
          "orgunit",
          "categoryoptioncombo",
          "attributeoptioncombo",
          "value",
          "storedby",
          "lastupdated",
          "comment",
          "followup",
          "deleted");

  @Override
  public EntryGroup read(InputStream body) throws IOException, UnreadableBodyException {
    EntryGroup group = new EntryGroup();
    Lines lines =
        new Lines(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
    List<String> columns = OLD_ORDER;
    List<String> fields = new ArrayList<>();
    boolean first = true;
    while (lines.next(fields)) {
      if (first) {
        first = false;
        List<String> named = fields.stream().map(CsvEntryReader::column).toList();
        if (named.contains("dataelement")) {
          columns = named;
          continue;
        }
      }
      group.begin();
      for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
        if (!fields.get(i).isEmpty()) {
          set(group, columns.get(i), fields.get(i));
        }
      }
    }
    return group;
  }

  private static String column(String header) {
    String name = header.strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT);
    return SYNONYMS.getOrDefault(name, name);
  }

  private static void set(EntryGroup group, String column, String text) {
    switch (column) {
      case "dataelement" -> group.set(Column.DATA_ELEMENT, text);
      case "period" -> group.set(Column.PERIOD, text);
      case "orgunit" -> group.set(Column.ORG_UNIT, text);
      case "categoryoptioncombo" -> group.set(Column.CATEGORY_OPTION_COMBO, text);
      case "attributeoptioncombo" -> group.set(Column.ATTRIBUTE_OPTION_COMBO, text);
      case "value" -> group.value(text);
      case "comment" -> group.comment(text);
      case "followup" -> group.followUp(Boolean.parseBoolean(text));
      case "deleted" -> {
        if (Boolean.parseBoolean(text)) {
          group.deleted();
        }
      }
      default -> {
        // who stored it and when is for the server to say
      }
    }
  }

  /** Takes lines apart; a field in quotes may hold commas, quotes (doubled) and line ends. */
  private static final class Lines {
    private final Reader in;
    private int next;

    Lines(Reader in) throws IOException {
      this.in = in;
      this.next = in.read();
    }

    /** The fields of the next line that is not empty; false at the end. */
    boolean next(List<String> fields) throws IOException, UnreadableBodyException {
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

  /** Whether a media type is CSV. */
  public static boolean reads(@Nullable String mediaType) {
    return mediaType != null && mediaType.toLowerCase(Locale.ROOT).contains("csv");
  }
}
