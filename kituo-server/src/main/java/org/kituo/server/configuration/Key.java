package org.kituo.server.configuration;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that can be configured. It is the flag {@code --name}, the environment variable {@code
 * KITUO_NAME} and the line {@code name = ...} of the configuration file.
 *
 * @param name in lower case, words separated by hyphens
 * @param placeholder what stands for the value in the help text; empty for a switch, which needs no
 *     value as a flag
 * @param standard the value when nothing is configured; empty for none
 * @param description for the help text
 * @param parser reads a value; the message of its {@link IllegalArgumentException} completes "must
 *     be"
 */
record Key<T>(
    String name,
    String placeholder,
    Optional<String> standard,
    String description,
    Function<String, T> parser) {

  private static final String PREFIX = "KITUO_";

  /** The name of the environment variable. */
  String variable() {
    return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Whether the variable is meant for Kituo. */
  static boolean isVariable(String variable) {
    return variable.startsWith(PREFIX);
  }

  /** Whether the flag may stand without a value. */
  boolean isSwitch() {
    return placeholder.isEmpty();
  }

  /** Two columns of the help text. */
  String help() {
    String flag = "--" + name + (isSwitch() ? "" : " " + placeholder);
    String value = standard.filter(text -> !isSwitch()).map(text -> " [" + text + "]").orElse("");
    return "  %-30s %s%s".formatted(flag, description, value);
  }
}
