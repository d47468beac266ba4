package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BoilerplateRulesTest {

  @Test
  void reportsEveryProblemWithItsLine() {
    String yaml =
        """
        rules:
          - rule: Bad Name
            where: bottom
            match: ['(']
          - rule: empty
            frame: many
            colour: red
        """;

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> BoilerplateRules.parse("my.yaml", yaml));

    assertThat(
        refused.getMessage(),
        equalTo(
            """
            my.yaml:2: a rule needs a name under 'rule', in kebab-case
            my.yaml:2: rule 'Bad Name' has no pattern under 'match'
            my.yaml:3: 'bottom' is none of: head, tail, edges, anywhere
            my.yaml:4: no regular expression: Unclosed group
            my.yaml:5: rule 'empty' has no pattern under 'match'
            my.yaml:6: must be a number from 0 to 20, was: many
            my.yaml:7: unknown key 'colour'; allowed: rule, where, extent, match, unless, lead_in, frame, max_chars"""));
  }

  @Test
  void refusesWhatIsNoYaml() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> BoilerplateRules.parse("my.yaml", "rules: ["));

    assertThat(refused.getMessage().startsWith("my.yaml:1: not YAML: "), equalTo(true));
  }
}
