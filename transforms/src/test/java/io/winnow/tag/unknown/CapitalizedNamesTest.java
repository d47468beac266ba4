package io.winnow.tag.unknown;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;

class CapitalizedNamesTest {
  @Test
  void joinsWordsWithCapitals() {
    assertThat(
        CapitalizedNames.in("We built Gas Town with LangChain and Node.js today.", false),
        contains("Gas Town", "LangChain", "Node.js"));
  }

  @Test
  void trustsNoCapitalAtTheBeginningOfASentence() {
    assertThat(
        CapitalizedNames.in("Never mind. There is Bun.\n- The Gas Town.", false),
        contains("Bun", "Gas Town"));
  }

  @Test
  void trustsEveryCapitalInChinese() {
    assertThat(CapitalizedNames.in("Supabase 很快。Vercel也是。", true), contains("Supabase", "Vercel"));
  }

  @Test
  void readsNoAddresses() {
    assertThat(
        CapitalizedNames.in("see https://a.b/Gas/Town?X=Y or me@Here.org, v A b", true), empty());
  }

  @Test
  void isLinearInLongRunsOfCapitals() {
    assertThat(CapitalizedNames.in("Aa ".repeat(100_000), true), hasSize(25_000));
    assertThat(CapitalizedNames.in("A".repeat(400_000), true), empty());
    assertThat(CapitalizedNames.in("A.".repeat(200_000), true), empty());
  }
}
