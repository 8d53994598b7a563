package org.kituo.server.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kituo.model.metadata.CategoryOptionCombo;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.snapshot.MetadataSnapshot;

/**
 * The HTML of a custom form as clients show it: the inputs of cells, which the form's author only
 * marks by {@code id="ELEMENT-COMBO-val"}, become entry fields, followed by the hidden names of
 * their element and combination. Everything else stays as {@link FormHtml} gives it.
 */
final class CustomForm {
  private static final Pattern INPUT =
      Pattern.compile(
          "<input[^>]*?id=[\"']([A-Za-z]\\w{10})-([A-Za-z]\\w{10})-val[\"'][^>]*?(/?)>");

  private CustomForm() {}

  static String withInputs(String html, MetadataSnapshot snapshot) {
    Matcher inputs = INPUT.matcher(html);
    StringBuilder out = new StringBuilder();
    int tab = 1;
    while (inputs.find()) {
      DataElement element = snapshot.get(DataElement.class, inputs.group(1));
      CategoryOptionCombo combo = snapshot.get(CategoryOptionCombo.class, inputs.group(2));
      String tag = inputs.group();
      String field = tag;
      if (element != null && combo != null) {
        String start = tag.substring(0, tag.length() - inputs.group(3).length() - 1);
        field =
            "%s type=\"text\" name=\"entryfield\" class=\"entryfield\" tabindex=\"%d\"/>"
                    .formatted(start, tab++)
                + hidden(element.uid() + "-dataelement", String.valueOf(element.name()))
                + hidden(combo.uid() + "-optioncombo", String.valueOf(combo.name()));
      }
      inputs.appendReplacement(out, Matcher.quoteReplacement(field));
    }
    return inputs.appendTail(out).toString();
  }

  private static String hidden(String id, String text) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;");
    return "<span id=\"%s\" style=\"display:none\">%s</span>".formatted(id, safe);
  }
}
