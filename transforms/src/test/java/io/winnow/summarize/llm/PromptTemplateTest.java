package io.winnow.summarize.llm;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.config.ConfigException;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {
  @Test
  void everyProblemIsNamedWithItsLine() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () ->
                PromptTemplate.parse(
                    "p.yaml",
                    "system: Summarize {article} in {lang}.\nuser: '{title}'\nrequest:\n  temprature: 0\n"
                        + "  seed: \"{x}\"\n"));

    assertThat(
        e.problems(),
        contains(
            containsString("p.yaml:1: unknown placeholder {lang}; allowed: {title}"),
            containsString("p.yaml:1: 'system' must not hold {article}"),
            containsString("p.yaml:2: 'user' must hold {article}"),
            containsString("p.yaml:2: 'user' must hold {fence}"),
            containsString("p.yaml:4: unknown key 'temprature'"),
            containsString("p.yaml:5: 'seed' must be a number")));
  }

  @Test
  void aMissingMessageIsNamed() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () -> PromptTemplate.parse("p.yaml", "user: '{article} {fence}'"));

    assertThat(e.problems(), contains("p.yaml:1: 'system' is missing"));
  }

  @Test
  void theBundledOneIsWhole() {
    assertThat(PromptTemplate.bundled().request().isEmpty(), is(true));
  }
}
