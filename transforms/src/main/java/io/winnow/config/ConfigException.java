package io.winnow.config;

import java.util.List;

/** A configuration file that cannot be used: its message lists every problem, one a line. */
public final class ConfigException extends IllegalArgumentException {
  private final List<String> problems;

  public ConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, each as {@code file:line: what is wrong}, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
