package org.kituo.data.datavalue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.EntryGroup.Column;

/**
 * Aggregate Data Exchange, a profile of IHE. A {@code group} is a data set for a unit and a period;
 * its other attributes, and those of its values, are categories with their options. A value that is
 * no number stands in an {@code annotation}. Groups one after the other of the same data set are
 * taken together, unless one says that it is complete.
 */
public final class AdxEntryReader implements EntryReader {
  private static final Set<String> OF_GROUP =
      Set.of("orgUnit", "dataSet", "period", "completeDate", "attributeOptionCombo", "comment");
  private static final Set<String> OF_VALUE =
      Set.of("dataElement", "value", "categoryOptionCombo", "attributeOptionCombo");

  @Override
  public List<EntryGroup> read(InputStream body) throws UnreadableBodyException {
    List<EntryGroup> groups = new ArrayList<>();
    try {
      XMLStreamReader xml = XmlStreams.reader(body);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("group")) {
          group(xml, groups);
        }
      }
      return groups;
    } catch (XMLStreamException e) {
      throw new UnreadableBodyException("The body is not valid ADX: " + e.getMessage());
    }
  }

  private static void group(XMLStreamReader xml, List<EntryGroup> groups)
      throws XMLStreamException {
    String dataSet = xml.getAttributeValue(null, "dataSet");
    String completeDate = xml.getAttributeValue(null, "completeDate");
    String period = xml.getAttributeValue(null, "period");
    String unit = xml.getAttributeValue(null, "orgUnit");
    String attribute = combo(xml, "attributeOptionCombo", OF_GROUP);
    EntryGroup group = groups.isEmpty() ? null : groups.getLast();
    if (group == null
        || completeDate != null
        || group.completeDate() != null
        || !Objects.equals(group.dataSet(), dataSet)) {
      group = new EntryGroup();
      group.setDataSet(dataSet);
      group.setCompleteDate(completeDate);
      group.setDefault(Column.PERIOD, period);
      group.setDefault(Column.ORG_UNIT, unit);
      groups.add(group);
    }
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("group")) {
      if (xml.isStartElement() && xml.getLocalName().equals("dataValue")) {
        group.begin();
        group.set(Column.PERIOD, period);
        group.set(Column.ORG_UNIT, unit);
        group.set(Column.ATTRIBUTE_OPTION_COMBO, attribute);
        group.set(Column.DATA_ELEMENT, xml.getAttributeValue(null, "dataElement"));
        group.set(Column.CATEGORY_OPTION_COMBO, combo(xml, "categoryOptionCombo", OF_VALUE));
        group.value(xml.getAttributeValue(null, "value"));
      } else if (xml.isStartElement() && xml.getLocalName().equals("annotation")) {
        group.value(xml.getElementText());
      }
    }
  }

  /** A combination that is named, or the options that the other attributes name. */
  private static @Nullable String combo(XMLStreamReader xml, String name, Set<String> known) {
    String named = xml.getAttributeValue(null, name);
    if (named != null) {
      return named;
    }
    TreeMap<String, String> options = new TreeMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (!known.contains(xml.getAttributeLocalName(i))) {
        options.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      }
    }
    return options.isEmpty() ? null : Identifiers.lenientOptionsText(options);
  }
}
