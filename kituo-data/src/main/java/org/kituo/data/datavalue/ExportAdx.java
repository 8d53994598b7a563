package org.kituo.data.datavalue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kituo.data.datavalue.DataValueExport.Prepared;
import org.kituo.model.metadata.DataElement;
import org.kituo.model.metadata.DataSet;
import org.kituo.model.metadata.constant.ValueType;
import org.kituo.model.period.Period;
import org.kituo.store.datavalue.DataValue;

/**
 * Writes an export as Aggregate Data Exchange. Since a group holds all values of a data set, a
 * unit, a period and its attribute options, values are kept until all are read: an export in this
 * format must fit into memory.
 */
public final class ExportAdx {
  private static final String NAMESPACE = "urn:ihe:qrph:adx:2015";

  private final Prepared export;
  private final ExportNames names;
  private final Map<Group, List<DataValue>> groups = new LinkedHashMap<>();
  private final Map<Integer, String> dataSets = new LinkedHashMap<>();

  private record Group(
      String dataSet, int period, String orgUnit, Map<String, String> attributes) {}

  private ExportAdx(Prepared export) {
    this.export = export;
    this.names = new ExportNames(export);
  }

  /** Writes all of an export. */
  public static void write(DataValueExport exports, Prepared export, XMLStreamWriter xml)
      throws SQLException, XMLStreamException {
    ExportAdx adx = new ExportAdx(export);
    exports.run(export, adx::collect);
    xml.writeStartElement("adx");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("exported", Instant.now().toString());
    for (Map.Entry<Group, List<DataValue>> group : adx.groups.entrySet()) {
      adx.group(group.getKey(), group.getValue(), xml);
    }
    xml.writeEndElement();
  }

  private void collect(DataValue value) {
    if (names.areKnown(value)) {
      Group group =
          new Group(
              dataSet(value.key().dataElement()),
              value.key().period(),
              names.orgUnit(value),
              names.attributeOptions(value));
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(value);
    }
  }

  /** The first data set of an element; of those that are asked for, if there are any. */
  private String dataSet(int element) {
    return dataSets.computeIfAbsent(
        element,
        key -> {
          DataElement object = export.snapshot().byKey(DataElement.class, key);
          List<DataSet> sets =
              object == null
                  ? List.of()
                  : export.snapshot().referrers(object, DataSet.class, "dataSetElements");
          IdScheme scheme = export.request().output("dataSetIdScheme");
          IdScheme asked = export.request().input("dataSetIdScheme");
          List<String> wanted = export.request().dataSets();
          return sets.stream()
              .filter(set -> wanted.isEmpty() || wanted.contains(Identifiers.text(set, asked)))
              .map(set -> Objects.requireNonNullElse(Identifiers.text(set, scheme), set.uid()))
              .findFirst()
              .orElse("");
        });
  }

  private void group(Group group, List<DataValue> values, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("group");
    xml.writeAttribute("dataSet", group.dataSet());
    Period period = export.snapshot().calendar().ofKey(group.period());
    xml.writeAttribute("period", period.start() + "/" + period.type().isoDuration());
    xml.writeAttribute("orgUnit", group.orgUnit());
    for (Map.Entry<String, String> option : group.attributes().entrySet()) {
      xml.writeAttribute(option.getKey(), option.getValue());
    }
    for (DataValue value : values) {
      value(value, xml);
    }
    xml.writeEndElement();
  }

  private void value(DataValue value, XMLStreamWriter xml) throws XMLStreamException {
    DataElement element = export.snapshot().byKey(DataElement.class, value.key().dataElement());
    ValueType type = element == null ? null : element.valueType();
    String text = Objects.requireNonNullElse(value.value(), "");
    boolean numeric = type != null && type.isNumeric();
    xml.writeStartElement("dataValue");
    xml.writeAttribute("dataElement", names.dataElement(value));
    for (Map.Entry<String, String> option : names.categoryOptions(value).entrySet()) {
      xml.writeAttribute(option.getKey(), option.getValue());
    }
    xml.writeAttribute("value", numeric ? text : "0");
    if (!numeric) {
      xml.writeStartElement("annotation");
      xml.writeCharacters(text);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
