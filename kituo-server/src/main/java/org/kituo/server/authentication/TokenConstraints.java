package org.kituo.server.authentication;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kituo.server.http.ClientAddress;
import org.kituo.server.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * What an access token is limited to: addresses, methods, and pages that requests come from. Each
 * is a list of what is allowed; a token without a list of a kind is not limited in that way.
 */
final class TokenConstraints {
  private static final Set<String> METHODS =
      Set.of("HEAD", "GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS");

  private TokenConstraints() {}

  /** Refuses constraints that say nothing sensible. */
  static void check(List<JsonNode> constraints) {
    for (JsonNode constraint : constraints) {
      switch (constraint.path("type").asString("")) {
        case "IpAllowedList" ->
            items(constraint, "allowedIps").stream()
                .filter(ip -> !isAddress(ip))
                .findFirst()
                .ifPresent(ip -> refuse("Not a valid ip address, value=" + ip));
        case "MethodAllowedList" ->
            items(constraint, "allowedMethods").stream()
                .filter(m -> !METHODS.contains(m.toUpperCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(m -> refuse("Not a valid http method, value=" + m));
        case "RefererAllowedList" ->
            items(constraint, "allowedReferrers").stream()
                .filter(r -> !isUrl(r))
                .findFirst()
                .ifPresent(r -> refuse("Not a valid referrer url, value=" + r));
        default -> refuse("Not a known kind of constraint, value=" + constraint.path("type"));
      }
    }
  }

  private static void refuse(String what) {
    throw Problem.conflict("E1004", "Failed to validate the token's attributes, message: " + what);
  }

  private static List<String> items(JsonNode constraint, String name) {
    List<String> items = new ArrayList<>();
    constraint.path(name).forEach(n -> items.add(n.asString("").strip()));
    return items;
  }

  private static boolean isAddress(String text) {
    if (!text.matches("[0-9a-fA-F:.]+") || text.matches(".*[.:]")) {
      return false;
    }
    try {
      return InetAddress.ofLiteral(text).getHostAddress() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null && uri.getScheme().matches("https?") && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Refuses a request that the constraints of its token do not allow. */
  static void require(List<JsonNode> constraints, HttpServletRequest request) {
    for (JsonNode constraint : constraints) {
      switch (constraint.path("type").asString("")) {
        case "IpAllowedList" -> {
          String address = ClientAddress.of(request);
          if (items(constraint, "allowedIps").stream().noneMatch(ip -> same(ip, address))) {
            throw refused("request ip address is not allowed.");
          }
        }
        case "MethodAllowedList" -> {
          if (items(constraint, "allowedMethods").stream()
              .noneMatch(request.getMethod()::equalsIgnoreCase)) {
            throw refused("request http method is not allowed.");
          }
        }
        case "RefererAllowedList" -> {
          String referrer = request.getHeader(HttpHeaders.REFERER);
          if (referrer == null
              || items(constraint, "allowedReferrers").stream().noneMatch(referrer::startsWith)) {
            throw refused("request http referrer is missing or not allowed.");
          }
        }
        default -> throw refused("a constraint is not known.");
      }
    }
  }

  private static boolean same(String allowed, String address) {
    try {
      return InetAddress.getByName(allowed).equals(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Problem refused(String why) {
    return Problem.of(HttpStatus.UNAUTHORIZED, null, "Failed to authenticate API token, " + why);
  }
}
