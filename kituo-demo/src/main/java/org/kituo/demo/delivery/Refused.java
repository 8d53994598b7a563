package org.kituo.demo.delivery;

import java.util.List;

/** A request that was not accepted as a whole, with every reason the server gave. */
public final class Refused extends RuntimeException {
  private static final int LISTED = 50;

  /** A refusal of the request with these reasons. */
  public Refused(String request, List<String> reasons) {
    super(message(request, reasons));
  }

  private static String message(String request, List<String> reasons) {
    StringBuilder text = new StringBuilder(request).append(" was refused:");
    reasons.stream().limit(LISTED).forEach(r -> text.append("\n  ").append(r));
    if (reasons.size() > LISTED) {
      text.append("\n  and ").append(reasons.size() - LISTED).append(" more");
    }
    return text.toString();
  }
}
