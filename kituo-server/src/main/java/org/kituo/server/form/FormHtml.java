package org.kituo.server.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kituo.model.metadata.DataEntryForm;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The HTML of custom forms as it may reach a browser, where it runs with the rights of whoever
 * enters data: the layout, the inputs and the styles that forms are made of. Scripts, event
 * handlers, frames, objects, style sheets and addresses other than of the web or mail are left out.
 * The stored form is not touched, so that it goes from server to server as it was written.
 */
public final class FormHtml {
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowCommonBlockElements()
          .allowCommonInlineFormattingElements()
          .allowElements("a", "center", "font", "hr", "img", "pre")
          .allowElements("caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th")
          .allowElements("thead", "tr")
          .allowElements("button", "fieldset", "input", "label", "legend", "optgroup", "option")
          .allowElements("select", "textarea")
          .allowWithoutAttributes("input", "span")
          .allowAttributes("align", "class", "dir", "id", "lang", "name", "role", "tabindex")
          .globally()
          .allowAttributes("aria-label", "aria-labelledby", "bgcolor", "height", "title", "valign")
          .globally()
          .allowAttributes("width")
          .globally()
          .allowAttributes("abbr", "border", "cellpadding", "cellspacing", "colspan", "frame")
          .onElements("table", "td", "th")
          .allowAttributes("headers", "rowspan", "rules", "scope", "summary", "nowrap")
          .onElements("table", "td", "th")
          .allowAttributes("span")
          .onElements("col", "colgroup")
          .allowAttributes("checked", "cols", "dataelementid", "disabled", "indicatorid", "label")
          .onElements("button", "input", "optgroup", "option", "select", "textarea")
          .allowAttributes("max", "maxlength", "min", "multiple", "placeholder", "readonly", "rows")
          .onElements("input", "select", "textarea")
          .allowAttributes("selected", "size", "step", "type", "value")
          .onElements("button", "input", "option", "select")
          .allowAttributes("for")
          .onElements("label")
          .allowAttributes("color", "face", "size")
          .onElements("font", "hr")
          .allowAttributes("href", "target")
          .onElements("a")
          .allowAttributes("alt", "border", "src")
          .onElements("img")
          .allowUrlProtocols("http", "https", "mailto")
          .allowStyling(
              CssSchema.union(
                  CssSchema.DEFAULT,
                  CssSchema.withProperties(List.of("clear", "display", "float", "visibility"))))
          .toFactory();

  private FormHtml() {}

  /** The HTML of a form without what could act in the name of its reader; empty for none. */
  public static Optional<String> of(DataEntryForm form) {
    return Optional.ofNullable(form.htmlCode()).map(FormHtml::safe);
  }

  /**
   * The bodies that the sanitizer puts into tables which the author wrote without are taken out
   * again, as browsers put them in themselves, and clients find inputs closed as authors write it.
   */
  private static String safe(String html) {
    String safe = POLICY.sanitize(html).replace(" />", "/>");
    boolean hasBodies = html.toLowerCase(Locale.ROOT).contains("<tbody");
    return hasBodies ? safe : safe.replaceAll("</?tbody>", "");
  }
}
