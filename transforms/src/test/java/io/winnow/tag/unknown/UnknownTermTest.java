package io.winnow.tag.unknown;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;

class UnknownTermTest {
  private static UnknownTerm term(String name, long articles, String... sources) {
    return new UnknownTerm(
        name.replace(" ", "").toLowerCase(Locale.ROOT),
        name,
        articles,
        List.of(sources),
        "id-" + name,
        "On " + name);
  }

  @Test
  void sumsAreTheSameInAnyOrder() {
    List<UnknownTerm> parts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      parts.add(
          new UnknownTerm(
              "gastown",
              List.of("gas town", "Gas Town", "GAS TOWN").get(i % 3),
              1,
              List.of("source " + i % 40),
              "id" + (100 - i),
              "title " + i));
    }
    UnknownTerm sum = parts.stream().reduce(UnknownTerm::plus).orElseThrow();
    assertThat(sum.name(), equalTo("Gas Town"));
    assertThat(sum.articles(), equalTo(50L));
    assertThat(sum.sources().size(), equalTo(UnknownTerm.MAX_SOURCES));
    assertThat(sum.isOfManySources(), is(true));
    assertThat(sum.articleId(), equalTo("id100"));
    assertThat(sum.title(), equalTo("title 0"));
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(parts, new Random(seed));
      UnknownTerm left = parts.subList(0, 20).stream().reduce(UnknownTerm::plus).orElseThrow();
      UnknownTerm right = parts.subList(20, 50).stream().reduce(UnknownTerm::plus).orElseThrow();
      assertThat(right.plus(left), equalTo(sum));
    }
  }

  @Test
  void ranksByArticlesAndSources() {
    List<UnknownTerm> terms =
        List.of(
            term("Alone", 9, "a"),
            term("Spread", 5, "a", "b"),
            term("Wide", 4, "a", "b", "c", "d"),
            term("Rare", 2, "a"));
    assertThat(
        RankedTerms.of(terms, 3).stream().map(UnknownTerm::name).toList(),
        contains("Wide", "Spread", "Alone"));
  }

  @Test
  void partsOfABetterTermAreLeftOut() {
    List<UnknownTerm> terms =
        List.of(term("Gas Town", 5, "a"), term("Gas", 4, "a"), term("Old Gas Town", 3, "a"));
    assertThat(
        RankedTerms.of(terms, 9).stream().map(UnknownTerm::name).toList(), contains("Gas Town"));
  }

  @Test
  void survivesItsCoder() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(
        UnknownTermCoder.INSTANCE, term("Gas Town", 7, "a", "乙"));
  }
}
