package io.winnow.tag.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
  @Test
  void choosesTheParentBeforeTheChild() {
    Decision decision = new Decision(List.of("a", "b/x", "b/y"));

    Decision.Choice choice = decision.choose(new double[] {1.1, 1, 0.9}, 1);

    assertThat(choice.label(), is(1));
    assertThat(choice.probability(), is(closeTo(0.332, 0.001)));
  }

  @Test
  void takesASlashAtTheBeginningForPartOfTheName() {
    assertThat(Decision.parent("/etc"), is("/etc"));
    assertThat(Decision.parent("a/b/c"), is("a"));
  }

  @Test
  void survivesHugeEvidence() {
    Decision decision = new Decision(List.of("a", "b"));

    assertThat(decision.choose(new double[] {1e9, -1e9}, 1).probability(), is(1.0));
  }
}
