package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
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
        assertThrows(
            IllegalArgumentException.class,
            () -> BoilerplateRules.read("my.yaml", new StringReader(yaml)));

    assertThat(
        refused.getMessage(),
        equalTo(
            """
            my.yaml:3: 'bottom' is none of: head, tail, edges, anywhere
            my.yaml:4: no regular expression: Unclosed group
            my.yaml:2: a rule needs a name under 'rule', in kebab-case
            my.yaml:2: rule 'Bad Name' has no pattern under 'match'
            my.yaml:7: unknown key 'colour', allowed: [extent, frame, lead_in, match, max_chars, rule, unless, where]
            my.yaml:6: must be a number from 0 to 20, was: many
            my.yaml:5: rule 'empty' has no pattern under 'match'"""));
  }

  @Test
  void refusesWhatIsNoYaml() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> BoilerplateRules.read("my.yaml", new StringReader("rules: [")));

    assertThat(refused.getMessage().startsWith("my.yaml:1: no YAML: "), equalTo(true));
  }
}
