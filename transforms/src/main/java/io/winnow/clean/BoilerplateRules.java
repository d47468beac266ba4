package io.winnow.clean;

import io.winnow.text.Sieve;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The boilerplate rules of a run, in the order of their file. */
public final class BoilerplateRules implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String DEFAULT = "boilerplate.yaml";

  private final List<BoilerplateRule> rules;
  private final Sieve sieve;
  private final SponsorCues sponsors;

  BoilerplateRules(List<BoilerplateRule> rules, Sieve sieve, SponsorCues sponsors) {
    this.rules = List.copyOf(rules);
    this.sieve = sieve;
    this.sponsors = sponsors;
  }

  /** The rules that ship with Winnow. */
  public static BoilerplateRules defaults() {
    try (InputStream yaml =
        Objects.requireNonNull(BoilerplateRules.class.getResourceAsStream(DEFAULT), DEFAULT)) {
      return parse(DEFAULT, new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rules in the format of the default ones.
   *
   * @param name what messages call the file
   * @throws IllegalArgumentException with every problem, one a line as {@code name:line: problem}
   */
  public static BoilerplateRules parse(String name, String yaml) {
    return new BoilerplateRulesFile(name, yaml).read();
  }

  List<BoilerplateRule> rules() {
    return rules;
  }

  /** Tells which patterns of the rules may be in a line. */
  Sieve sieve() {
    return sieve;
  }

  SponsorCues sponsors() {
    return sponsors;
  }
}
