package org.kituo.model.expression;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A generator that stands for one generator of each member of a group of data elements: {@code
 * forEach ?de in :DEG:uid --> avg(#{?de.combo})}.
 *
 * @param variable what stands for the member, with its question mark
 * @param group the uid of the group of data elements
 * @param body the generator, with the variable in it
 */
public record ForEach(String variable, String group, String body) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*forEach\\s+(\\?[A-Za-z][A-Za-z0-9]*)\\s+in\\s+:DEG:([A-Za-z][A-Za-z0-9]{10})\\s*-->(.*)",
          Pattern.DOTALL);

  /** Reads a generator; empty where it is an ordinary one, or not well-formed. */
  public static Optional<ForEach> of(String generator) {
    Matcher form = FORM.matcher(generator);
    return form.matches()
        ? Optional.of(new ForEach(form.group(1), form.group(2), form.group(3).strip()))
        : Optional.empty();
  }

  /**
   * An expression of the same predictor for one member.
   *
   * @param expression the body, or the test which samples to skip
   * @param uid the identifier of the member
   */
  public String with(String expression, String uid) {
    return expression.replaceAll(Pattern.quote(variable) + "(?![A-Za-z0-9])", uid);
  }
}
