package org.kituo.server.metadata;

import java.security.SecureRandom;
import org.kituo.model.bundle.Uid;

/** Gives new identifiers. */
public final class NewUids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private NewUids() {}

  /** A new identifier. */
  public static String next() {
    return Uid.random(RANDOM);
  }
}
