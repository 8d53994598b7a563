package org.kituo.server.datavalue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.kituo.data.datavalue.DataValueException;
import org.kituo.data.datavalue.ImportOptions;
import org.kituo.data.datavalue.ImportOptions.BadParameterException;
import org.kituo.data.datavalue.SingleEntry;
import org.kituo.model.access.Actor;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.databind.JsonNode;

/** Reads what requests about figures have in common. */
public final class DataValueRequests {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int ZIP_MAGIC = 0x504b;

  private DataValueRequests() {}

  /** Refuses who may not enter figures. */
  public static void requireEntry(Actor actor) {
    require(actor, "F_DATAVALUE_ADD");
  }

  /** Refuses who has none of some authorities; DHIS2 gives no error code for it here. */
  public static void require(Actor actor, String... authorities) {
    if (!actor.hasAny(authorities)) {
      throw Problem.forbidden(
          null, "Access is denied, requires one Authority from " + Arrays.toString(authorities));
    }
  }

  /** What a refusal of the layer below is to the client. */
  public static Problem problem(DataValueException e) {
    return Problem.of(
        HttpStatus.valueOf(e.kind().status()), e.code(), String.valueOf(e.getMessage()));
  }

  /** The import options of the query. */
  public static ImportOptions options(ServerRequest request) {
    try {
      return ImportOptions.NONE.with(parameters(request));
    } catch (BadParameterException e) {
      throw Problem.badRequest(null, String.valueOf(e.getMessage()));
    }
  }

  /** The parameters of the query that are not empty. */
  public static Map<String, String> parameters(ServerRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    request
        .params()
        .forEach((name, values) -> parameters.put(name, values.isEmpty() ? "" : values.getLast()));
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }

  /** The body, unpacked if it is packed. */
  public static InputStream body(ServerRequest request) throws IOException {
    BufferedInputStream in =
        new BufferedInputStream(request.servletRequest().getInputStream(), 1 << 16);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    if (magic == GZIP_MAGIC) {
      return new GZIPInputStream(in, 1 << 16);
    }
    if (magic == ZIP_MAGIC) {
      ZipInputStream zip = new ZipInputStream(in);
      if (zip.getNextEntry() == null) {
        throw Problem.badRequest(null, "The ZIP archive is empty.");
      }
      return zip;
    }
    return in;
  }

  /** The figure that the parameters name. */
  public static SingleEntry entry(ServerRequest request) {
    return new SingleEntry(
        Requests.text(request, "de"),
        Requests.text(request, "pe"),
        Requests.text(request, "ou"),
        Requests.text(request, "co"),
        Requests.text(request, "cc"),
        options(Requests.text(request, "cp")),
        Requests.text(request, "ds"),
        request.servletRequest().getParameter("value"), // empty is not the same as missing
        request.servletRequest().getParameter("comment"),
        Requests.text(request, "followUp") == null
            ? null
            : (Boolean) Requests.flag(request, "followUp", false),
        null,
        Requests.flag(request, "force", false));
  }

  /** Attribute options, separated by semicolons. */
  public static List<String> options(@Nullable String text) {
    return text == null ? List.of() : List.of(text.split(";", -1));
  }

  /** The figure that a body names. */
  public static SingleEntry entry(JsonNode body) {
    JsonNode attribute = body.path("attribute");
    return new SingleEntry(
        text(body, "dataElement"),
        text(body, "period"),
        text(body, "orgUnit"),
        text(body, "categoryOptionCombo"),
        text(attribute, "combo"),
        attribute.path("options").valueStream().map(JsonNode::asString).toList(),
        text(body, "dataSet"),
        text(body, "value"),
        text(body, "comment"),
        body.path("followUp").isBoolean() ? body.get("followUp").asBoolean() : null,
        false,
        body.path("force").asBoolean(false));
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : value.asString();
  }
}
