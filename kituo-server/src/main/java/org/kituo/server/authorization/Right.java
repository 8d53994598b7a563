package org.kituo.server.authorization;

import java.util.List;

/**
 * What a route asks of its caller.
 *
 * @param open whether it answers anyone, without an account
 * @param authorities of which the caller needs one; empty where an account is enough
 * @param scope what decides about that which the answer shows or changes, in words
 */
public record Right(boolean open, List<String> authorities, String scope) {
  /** Anyone: nothing in the answer is anybody's. */
  public static final Right OPEN = new Right(true, List.of(), "nothing of anybody");

  /** Everyone with an account. */
  public static final Right ACCOUNT =
      new Right(false, List.of(), "the caller's own, or what all users may know");

  /** Everyone with an account; what is seen or changed is decided for each object. */
  public static final Right OBJECTS =
      new Right(false, List.of(), "each object's sharing, and the authorities of its type");

  /** Everyone with an account; what is seen or changed is decided for each figure. */
  public static final Right FIGURES =
      new Right(false, List.of(), "data sharing, and the caller's organisation units");

  /** Those who have one of some authorities. */
  public static Right authority(String... authorities) {
    return new Right(false, List.of(authorities), "all");
  }

  /** The same with one of some authorities. */
  public Right with(String... authorities) {
    return new Right(open, List.of(authorities), scope);
  }
}
