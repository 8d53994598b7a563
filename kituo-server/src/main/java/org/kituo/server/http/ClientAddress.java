package org.kituo.server.http;

import jakarta.servlet.http.HttpServletRequest;

/** The address that a request comes from. */
public final class ClientAddress {

  private ClientAddress() {}

  /** The first that a proxy names, else that of the connection. */
  public static String of(HttpServletRequest request) {
    String forwarded = request.getHeader("X-Forwarded-For");
    return forwarded == null || forwarded.isBlank()
        ? request.getRemoteAddr()
        : forwarded.split(",", 2)[0].strip();
  }
}
