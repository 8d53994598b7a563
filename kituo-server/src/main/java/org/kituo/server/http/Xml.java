package org.kituo.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers in XML for the clients that still ask for it. */
public final class Xml {
  private static final String NAMESPACE = "http://dhis2.org/schema/dxf/2.0";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
  private static final JsonMapper JSON = JsonMapper.shared();

  private Xml() {}

  /** Writes XML. */
  @FunctionalInterface
  public interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException, IOException;
  }

  /** Whether the client asks for XML, by the path or by Accept. */
  public static boolean isWanted(ServerRequest request) {
    return request.path().endsWith(".xml") || named(request.headers().firstHeader("Accept"));
  }

  /** Whether the body is XML, by Content-Type. */
  public static boolean isGiven(ServerRequest request) {
    return named(request.headers().firstHeader("Content-Type"));
  }

  private static boolean named(@org.jspecify.annotations.Nullable String header) {
    if (header == null) {
      return false;
    }
    String type = header.toLowerCase(Locale.ROOT);
    return type.startsWith("application/xml") || type.startsWith("text/xml");
  }

  /** A document, written while it is sent. */
  public static ServerResponse answer(HttpStatus status, Content content) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_XML)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .build((request, response) -> {
          write(response.getOutputStream(), content);
          return null;
        });
  }

  /** Writes a document to a stream. */
  public static void write(OutputStream out, Content content) throws IOException {
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      content.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("XML could not be written", e);
    }
  }

  /** The message envelope with a report, in JSON or in XML as the client asks. */
  public static ServerResponse message(
      ServerRequest request,
      HttpStatus status,
      String outcome,
      String message,
      Consumer<JsonGenerator> report) {
    if (!isWanted(request)) {
      return Answers.message(status, outcome, message, report);
    }
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    Answers.write(buffer, report);
    JsonNode tree = JSON.readTree(buffer.toByteArray());
    return answer(
        status,
        xml -> {
          xml.writeStartElement("webMessage");
          xml.writeDefaultNamespace(NAMESPACE);
          xml.writeAttribute("httpStatus", status.getReasonPhrase());
          xml.writeAttribute("httpStatusCode", String.valueOf(status.value()));
          xml.writeAttribute("status", outcome);
          element(xml, "message", JSON.valueToTree(message));
          element(xml, "response", tree);
          xml.writeEndElement();
        });
  }

  /** An object as an element of its members; an array as one element around its items. */
  private static void element(XMLStreamWriter xml, String name, JsonNode node)
      throws XMLStreamException {
    xml.writeStartElement(name);
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        element(xml, member.getKey(), member.getValue());
      }
    } else if (node.isArray()) {
      for (JsonNode item : node) {
        element(xml, name.endsWith("s") ? name.substring(0, name.length() - 1) : "item", item);
      }
    } else {
      xml.writeCharacters(node.asString());
    }
    xml.writeEndElement();
  }
}
