package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.winnow.page.RunFacts.Pair;
import org.junit.jupiter.api.Test;

class NearPairsTest {
  @Test
  void textsThatWereNotThereYetComeBeforeMoreOfTheSame() {
    NearPairs pairs = new NearPairs();
    pairs.add(pair("c", "d", -0.05));
    pairs.add(pair("a", "x", 0.02));
    pairs.add(pair("a", "b", 0.01));
    pairs.add(pair("b", "x", 0.03));
    pairs.add(pair("e", "f", 0.04));

    assertThat(
        pairs.chosen().stream().map(pair -> pair.one().id() + pair.other().id()).toList(),
        contains("ab", "ef", "cd", "ax", "bx"));
  }

  @Test
  void thereAreNotMoreThanOneReads() {
    NearPairs pairs = new NearPairs();
    for (int i = 0; i < 50; i++) {
      pairs.add(pair("a" + i, "b" + i, i / 1000.0));
    }
    assertThat(pairs.chosen(), hasSize(20));
  }

  private static Pair pair(String one, String other, double margin) {
    return new Pair(
        0.46 + margin,
        0.5,
        margin,
        margin >= 0,
        new Pair.Side(one, "One"),
        new Pair.Side(other, "Other"));
  }
}
