package io.winnow.clean;

import java.io.Serializable;

/**
 * Settings of cleaning.
 *
 * @param rules which lines are boilerplate
 * @param keepBoilerplate whether boilerplate stays in the text, that of rules and the learned
 */
public record CleanSpec(BoilerplateRules rules, boolean keepBoilerplate) implements Serializable {

  /** The settings that need no file. */
  public static CleanSpec defaults() {
    return new CleanSpec(BoilerplateRules.defaults(), false);
  }

  /** These settings with boilerplate left in the text, or not. */
  public CleanSpec withKeepBoilerplate(boolean keep) {
    return new CleanSpec(rules, keep);
  }

  /** These settings with other rules. */
  public CleanSpec withRules(BoilerplateRules rules) {
    return new CleanSpec(rules, keepBoilerplate);
  }
}
