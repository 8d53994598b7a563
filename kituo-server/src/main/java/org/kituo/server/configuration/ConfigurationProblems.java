package org.kituo.server.configuration;

import java.util.List;

/** The configuration cannot be used; says everything that is wrong with it. */
public final class ConfigurationProblems extends Exception {
  private final List<String> problems;

  ConfigurationProblems(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence per problem. */
  public List<String> problems() {
    return problems;
  }
}
