package org.kituo.data.datavalue;

import java.sql.SQLException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueExport.Common;
import org.kituo.data.datavalue.DataValueExport.Prepared;
import org.kituo.store.datavalue.DataValue;

/** Writes an export as a data value set in XML. */
public final class ExportXml {
  private static final String NAMESPACE = "http://dhis2.org/schema/dxf/2.0";

  private final Common common;
  private final ExportNames names;
  private final XMLStreamWriter xml;

  private ExportXml(Prepared export, XMLStreamWriter xml) {
    this.common = export.common();
    this.names = new ExportNames(export);
    this.xml = xml;
  }

  /** Writes all of an export. */
  public static void write(DataValueExport exports, Prepared export, XMLStreamWriter xml)
      throws SQLException, XMLStreamException {
    ExportXml writer = new ExportXml(export, xml);
    xml.writeStartElement("dataValueSet");
    xml.writeDefaultNamespace(NAMESPACE);
    writer.attribute("dataSet", writer.common.dataSet());
    writer.attribute("period", writer.common.period());
    writer.attribute("orgUnit", writer.common.orgUnit());
    writer.attribute("attributeOptionCombo", writer.common.attributeOptionCombo());
    try {
      exports.run(export, writer::value);
    } catch (UncheckedXmlException e) {
      throw e.cause;
    }
    xml.writeEndElement();
  }

  /** Carries a failure of the writer through the reading of figures. */
  private static final class UncheckedXmlException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final XMLStreamException cause;

    UncheckedXmlException(XMLStreamException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private void value(DataValue value) {
    if (!names.areKnown(value)) {
      return;
    }
    try {
      xml.writeEmptyElement("dataValue");
      attribute("dataElement", names.dataElement(value));
      attribute("period", common.period() == null ? names.period(value) : null);
      attribute("orgUnit", common.orgUnit() == null ? names.orgUnit(value) : null);
      attribute("categoryOptionCombo", names.category(value));
      attribute(
          "attributeOptionCombo",
          common.attributeOptionCombo() == null ? names.attribute(value) : null);
      attribute("value", value.value());
      attribute("storedBy", value.storedBy());
      attribute("created", ExportNames.time(value.created()));
      attribute("lastUpdated", ExportNames.time(value.lastUpdated()));
      attribute("comment", value.comment());
      attribute("followUp", value.followUp() == null ? null : value.followUp().toString());
      attribute("deleted", value.deleted() ? "true" : null);
    } catch (XMLStreamException e) {
      throw new UncheckedXmlException(e);
    }
  }

  private void attribute(String name, @Nullable String text) throws XMLStreamException {
    if (text != null) {
      xml.writeAttribute(name, text);
    }
  }
}
