package org.kituo.server.system;

/** The versions that the server tells clients. */
public final class SystemVersion {
  /** The version of the DHIS2 Web API that is spoken; clients choose their behaviour by it. */
  public static final String API = "2.44-SNAPSHOT";

  private SystemVersion() {}
}
