package io.winnow.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import org.junit.jupiter.api.Test;

class RegexBranchesTest {
  @Test
  void takesAlternativesApart() {
    assertThat(
        RegexBranches.of("a(?:b|c)|[|\\]]d|e\\|f"), contains("a(?:b|c)", "[|\\]]d", "e\\|f"));
    assertThat(RegexBranches.of("a|"), contains("a", ""));
  }

  @Test
  void leavesWholeWhatAlternativesShare() {
    assertThat(RegexBranches.of("(a)\\1|b"), contains("(a)\\1|b"));
    assertThat(RegexBranches.of("(?i)a|b"), contains("(?i)a|b"));
  }
}
