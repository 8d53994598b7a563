package org.kituo.demo.figures;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kituo.demo.programme.Element;
import org.kituo.demo.programme.Form;
import org.kituo.demo.programme.Report;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes reports into batches of one data set each. Only the batch being written is in memory. A
 * report is never torn: a batch is closed when the next report might not fit.
 */
final class BatchWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int BYTES_PER_VALUE = 140;

  private final int limit;
  private final Consumer<Batch> sink;
  private final Map<Element, String> uids = new HashMap<>();
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable JsonGenerator json;
  private int size;
  private int number;

  /**
   * @param limit the most values of a batch
   */
  BatchWriter(int limit, Consumer<Batch> sink) {
    this.limit = limit;
    this.sink = sink;
  }

  void write(Form form, Report report) {
    if (size > 0 && size + report.size() > limit) {
      close(form);
    }
    JsonGenerator out = json == null ? begin(form) : json;
    String unit = report.facility().uid();
    for (int i = 0; i < report.size(); i++) {
      Element element = report.element(i);
      out.writeStartObject();
      out.writeStringProperty("dataElement", uids.computeIfAbsent(element, Element::uid));
      out.writeStringProperty("period", report.span().iso());
      out.writeStringProperty("orgUnit", unit);
      out.writeStringProperty(
          "categoryOptionCombo", element.disaggregation().comboUid(report.combo(i)));
      out.writeStringProperty("value", text(element, report.value(i)));
      out.writeEndObject();
    }
    size += report.size();
  }

  private static String text(Element element, long value) {
    return element.kind() == Element.Kind.TICK ? "true" : Long.toString(value);
  }

  private JsonGenerator begin(Form form) {
    bytes = new ByteArrayOutputStream(Math.min(limit, 50_000) * BYTES_PER_VALUE);
    JsonGenerator out = JSON.createGenerator(bytes);
    out.writeStartObject();
    out.writeStringProperty("dataSet", form.uid());
    out.writeName("dataValues");
    out.writeStartArray();
    json = out;
    return out;
  }

  /** Ends the batch of a form, if one is begun. */
  void close(Form form) {
    JsonGenerator out = json;
    if (out == null) {
      return;
    }
    out.writeEndArray();
    out.writeEndObject();
    out.close();
    number++;
    Batch batch = new Batch(number, form.uid(), form.name(), size, bytes.toByteArray());
    json = null;
    size = 0;
    sink.accept(batch);
  }
}
