package io.winnow.summarize.llm;

import java.util.Map;
import java.util.Optional;

/** The secret that an endpoint asks for. It is never written, printed or passed on. */
public final class EndpointKey {
  private final String value;

  private EndpointKey(String value) {
    this.value = value;
  }

  /**
   * The key in a variable of the environment; empty where there is none.
   *
   * @throws IllegalArgumentException when it cannot stand in a header; the message holds no part of
   *     it
   */
  public static Optional<EndpointKey> in(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "").strip();
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException(
          "the value of the environment variable "
              + variable
              + " is no key: it has spaces or characters outside ASCII");
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(new EndpointKey(value));
  }

  String header() {
    return "Bearer " + value;
  }

  boolean isIn(String text) {
    return text.contains(value);
  }

  @Override
  public String toString() {
    return "[key]";
  }
}
