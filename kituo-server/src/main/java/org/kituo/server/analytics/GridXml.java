package org.kituo.server.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kituo.analytics.grid.Grid;
import org.kituo.analytics.grid.Header;
import org.kituo.analytics.grid.MetaData;
import org.kituo.analytics.grid.MetaItem;

/** Tables in the XML of the Web API. */
final class GridXml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private static final byte[] PROLOG =
      "<?xml version='1.0' encoding='UTF-8'?>".getBytes(StandardCharsets.UTF_8);

  private GridXml() {}

  static void write(Grid grid, OutputStream out) {
    try {
      out.write(PROLOG);
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
      xml.writeStartElement("grid");
      if (!grid.title().isEmpty()) {
        xml.writeAttribute("title", grid.title());
      }
      xml.writeAttribute("width", Integer.toString(grid.width()));
      xml.writeAttribute("height", Integer.toString(grid.rows().size()));
      xml.writeStartElement("headers");
      for (Header header : grid.headers()) {
        write(xml, header);
      }
      xml.writeEndElement();
      if (grid.metaData() != MetaData.NONE) {
        write(xml, grid.metaData());
      }
      xml.writeStartElement("rows");
      for (List<String> row : grid.rows()) {
        xml.writeStartElement("row");
        for (String cell : row) {
          element(xml, "field", cell);
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(XMLStreamWriter xml, Header header) throws XMLStreamException {
    xml.writeStartElement("header");
    xml.writeAttribute("name", header.name());
    if (header.column() != null) {
      xml.writeAttribute("column", header.column());
    }
    xml.writeAttribute("type", header.content().javaType());
    xml.writeAttribute("hidden", Boolean.toString(header.hidden()));
    xml.writeAttribute("meta", Boolean.toString(header.meta()));
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, MetaData metaData) throws XMLStreamException {
    xml.writeStartElement("metaData");
    xml.writeStartElement("items");
    for (Map.Entry<String, MetaItem> item : metaData.items().entrySet()) {
      xml.writeStartElement("item");
      xml.writeAttribute("id", item.getKey());
      if (item.getValue().name() != null) {
        xml.writeAttribute("name", item.getValue().name());
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeStartElement("dimensions");
    for (Map.Entry<String, List<String>> dimension : metaData.dimensions().entrySet()) {
      xml.writeStartElement("dimension");
      xml.writeAttribute("id", dimension.getKey());
      for (String item : dimension.getValue()) {
        element(xml, "item", item);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
