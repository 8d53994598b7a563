package org.kituo.store.postgres;

/**
 * Where a database is and how to enter it.
 *
 * @param url as JDBC writes it, {@code jdbc:postgresql://host:port/name}
 */
public record DatabaseAddress(String url, String user, String password) {

  /** Leaves the password out, as addresses end up in logs. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
