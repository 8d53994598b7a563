package org.kituo.data.datavalue;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kituo.data.datavalue.EntryGroup.Column;

/**
 * The XML format of data value sets: an element {@code dataValueSet} whose attributes are for all
 * values, and in it an empty element {@code dataValue} for each.
 */
public final class XmlEntryReader implements EntryReader {
  @Override
  public List<EntryGroup> read(InputStream body) throws UnreadableBodyException {
    EntryGroup group = new EntryGroup();
    try {
      XMLStreamReader xml = XmlStreams.reader(body);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          boolean value = xml.getLocalName().equals("dataValue");
          if (value) {
            group.begin();
          }
          for (int i = 0; i < xml.getAttributeCount(); i++) {
            String text = xml.getAttributeValue(i);
            if (value) {
              set(group, xml.getAttributeLocalName(i), text);
            } else {
              setForAll(group, xml.getAttributeLocalName(i), text);
            }
          }
        }
      }
      return List.of(group);
    } catch (XMLStreamException e) {
      throw new UnreadableBodyException("The body is not valid XML: " + e.getMessage());
    }
  }

  private static void setForAll(EntryGroup group, String name, String text) {
    switch (name) {
      case "dataSet" -> group.setDataSet(text);
      case "completeDate" -> group.setCompleteDate(text);
      case "period" -> group.setDefault(Column.PERIOD, text);
      case "orgUnit" -> group.setDefault(Column.ORG_UNIT, text);
      case "attributeOptionCombo" -> group.setDefault(Column.ATTRIBUTE_OPTION_COMBO, text);
      default -> group.option(name, text);
    }
  }

  private static void set(EntryGroup group, String name, String text) {
    switch (name) {
      case "dataElement" -> group.set(Column.DATA_ELEMENT, text);
      case "period" -> group.set(Column.PERIOD, text);
      case "orgUnit" -> group.set(Column.ORG_UNIT, text);
      case "categoryOptionCombo" -> group.set(Column.CATEGORY_OPTION_COMBO, text);
      case "attributeOptionCombo" -> group.set(Column.ATTRIBUTE_OPTION_COMBO, text);
      case "value" -> group.value(text);
      case "comment" -> group.comment(text);
      case "followUp", "followup" -> group.followUp(Boolean.parseBoolean(text));
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
