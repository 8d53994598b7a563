package org.kituo.server.file;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.kituo.model.metadata.constant.FileResourceDomain;
import org.kituo.server.http.Problem;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * A file as it comes in the part {@code file} of a form.
 *
 * @param name under which its sender knows it
 * @param contentType its media type as the sender says
 * @param content its bytes
 */
record Upload(String name, String contentType, byte[] content) {
  private static final int MOST_BYTES = 10_000_000;

  /** Types that a browser or an operating system might run. */
  private static final Set<String> REFUSED_TYPES =
      Set.of(
          "text/html",
          "text/css",
          "text/javascript",
          "font/otf",
          "application/x-shockwave-flash",
          "application/vnd.debian.binary-package",
          "application/x-rpm",
          "application/java-archive",
          "application/x-ms-dos-executable",
          "application/vnd.microsoft.portable-executable",
          "application/vnd.apple.installer+xml",
          "application/vnd.mozilla.xul+xml",
          "application/x-httpd-php",
          "application/x-sh",
          "application/x-csh");

  private static final Set<String> REFUSED_ENDINGS =
      Set.of(
          "html", "htm", "css", "js", "mjs", "otf", "swf", "deb", "rpm", "jar", "jsp", "exe", "msi",
          "mpkg", "xul", "php", "bin", "sh", "csh", "bat", "apk", "class", "com", "cmd", "ps1");

  static Upload of(ServerRequest request) {
    try {
      Part part = request.servletRequest().getPart("file");
      if (part == null) {
        throw Problem.badRequest(null, "The form has no part file.");
      }
      if (part.getSize() > MOST_BYTES) {
        throw Problem.conflict("E6102", "A file may have " + MOST_BYTES + " bytes at most.");
      }
      return new Upload(
          Objects.requireNonNullElse(part.getSubmittedFileName(), "file"),
          Objects.requireNonNullElse(part.getContentType(), "application/octet-stream"),
          part.getInputStream().readAllBytes());
    } catch (ServletException | IllegalStateException e) {
      throw Problem.badRequest(null, "The body must be a form with a part file.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses what might do harm, and what does not fit its purpose. */
  void check(FileResourceDomain domain) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (REFUSED_ENDINGS.contains(ending) || REFUSED_TYPES.contains(type)) {
      throw Problem.conflict("E6101", "Files of this type are not accepted.");
    }
    boolean picture =
        domain == FileResourceDomain.ORG_UNIT || domain == FileResourceDomain.USER_AVATAR;
    if (domain == FileResourceDomain.ICON && !ending.equals("png")) {
      throw Problem.conflict(null, "An icon must be a file that ends in .png.");
    } else if (picture && !Set.of("png", "jpg", "jpeg", "gif").contains(ending)) {
      throw Problem.conflict(null, "A picture must be a PNG, JPEG or GIF file.");
    }
  }
}
