package org.kituo.server.configuration;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/** Readers of configured values. The message of what they throw completes "must be". */
final class Parsers {
  private Parsers() {}

  static Function<String, Integer> whole(int least, int most) {
    return text -> {
      int number;
      try {
        number = Integer.parseInt(text);
      } catch (NumberFormatException e) {
        number = least - 1;
      }
      if (number < least || number > most) {
        throw new IllegalArgumentException("a whole number from " + least + " to " + most);
      }
      return number;
    };
  }

  static Boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("true or false");
    };
  }

  static String text(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("something");
    }
    return text;
  }

  static Path path(String text) {
    try {
      return Path.of(text(text));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("a path", e);
    }
  }

  static String jdbcUrl(String text) {
    if (!text.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("of the form jdbc:postgresql://host:port/name");
    }
    return text;
  }

  /** An http(s) address without query; a slash at its end is dropped. */
  static URI baseUrl(String text) {
    URI uri;
    try {
      uri = URI.create(text.replaceFirst("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("an address such as https://hmis.example.org/dhis", e);
    }
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException("an address such as https://hmis.example.org/dhis");
    }
    return uri;
  }
}
