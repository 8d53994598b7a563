package org.kituo.data.datavalue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  public List<EntryGroup> read(InputStream body) throws IOException, UnreadableBodyException {
    EntryGroup group = new EntryGroup();
    CsvLines lines = CsvLines.of(body, StandardCharsets.UTF_8);
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
    return List.of(group);
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
}
