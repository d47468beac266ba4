package io.winnow.summarize.llm;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void takesTheLowestRanksThatTheTokensAllow() {
    List<Plan.Ranked> ranked = new ArrayList<>();
    for (String id : List.of("a", "b", "c", "d")) {
      ranked.add(Plan.Ranked.of(id, 100));
    }
    ranked.sort(null);
    Plan plan = Plan.of(ranked, 250);

    assertThat(plan.questions(), is(2));
    assertThat(plan.tokens(), is(200L));
    assertThat(List.of("a", "b", "c", "d").stream().filter(plan::chooses).count(), is(2L));
  }

  @Test
  void aLargerBudgetOnlyAdds() {
    List<Plan.Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ranked.add(Plan.Ranked.of("article" + i, 10 + i));
    }
    ranked.sort(null);
    Plan small = Plan.of(ranked, 300);
    Plan large = Plan.of(ranked, 900);

    for (int i = 0; i < 50; i++) {
      assertThat(!small.chooses("article" + i) || large.chooses("article" + i), is(true));
    }
  }

  @Test
  void nothingIsChosenWhereNothingFits() {
    assertThat(Plan.of(List.of(Plan.Ranked.of("a", 100)), 99).chooses("a"), is(false));
    assertThat(Plan.of(List.of(), 99).chooses("a"), is(false));
  }
}
