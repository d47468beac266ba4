package io.winnow.dedupe;

import static io.winnow.dedupe.Drafts.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.winnow.schema.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyFilterTest {
  private static final DedupeSpec SPEC = DedupeSpec.defaults();
  private static final Keys KEYS = new Keys(SPEC);

  @Test
  void passesWhatHasATextAUrlOrABandOfTheDay() {
    KeyFilter filter = KeyFilter.ofBytes(1 << 16);
    String text = Prose.text(1);
    filter.add(article("a", text).at("https://a.example/story").today(), KEYS);
    filter.add(article("b", "短讯").today(), KEYS);

    assertThat(passes(filter, article("copy", text).published()), is(true));
    assertThat(passes(filter, article("near", text + " And one more.").published()), is(true));
    assertThat(
        passes(filter, article("c", Prose.text(2)).at("http://m.a.example/story/").published()),
        is(true));
    assertThat(passes(filter, article("short", "短讯。").published()), is(true));
    assertThat(passes(filter, article("other", Prose.text(3)).published()), is(false));
  }

  @Test
  void letsFewOfThePastThroughByChance() {
    int day = 500;
    KeyFilter filter = KeyFilter.ofBytes(KeyFilter.bytesFor(day, SPEC));
    for (int i = 0; i < day; i++) {
      filter.add(article("day" + i, Prose.text(i)).today(), KEYS);
    }
    int passed = 0;
    for (int i = 0; i < 1_000; i++) {
      passed += passes(filter, article("old" + i, Prose.text(-1 - i)).published()) ? 1 : 0;
    }

    assertThat(passed, lessThan(80));
  }

  @Test
  void aFilterOfPartsRemembersWhatEachOfSeveralRemembers() {
    int bytes = 1 << 21;
    List<KeyFilter> some = List.of(KeyFilter.ofBytes(bytes), KeyFilter.ofBytes(bytes));
    for (int i = 0; i < 50; i++) {
      some.get(i % 2).add(article("day" + i, Prose.text(i)).today(), KEYS);
    }
    KeyFilter all = KeyFilter.ofBytes(bytes);
    assertThat(all.parts(), is(2));
    for (int part = 0; part < all.parts(); part++) {
      List<byte[]> parts = new ArrayList<>();
      for (KeyFilter each : some) {
        parts.add(each.part(part));
      }
      all.merge(part, KeyFilter.union(parts));
    }

    for (int i = 0; i < 50; i++) {
      assertThat(passes(all, article("old", Prose.text(i)).published()), is(true));
    }
    assertThat(passes(all, article("old", Prose.text(99)).published()), is(false));
  }

  @Test
  void neverTakesMoreThanItMay() {
    assertThat(KeyFilter.bytesFor(0, SPEC), is(1 << 15));
    assertThat(KeyFilter.bytesFor(1_000, SPEC), is(1 << 19));
    assertThat(KeyFilter.bytesFor(Long.MAX_VALUE, SPEC), is(KeyFilter.MOST_BYTES));
  }

  private static boolean passes(KeyFilter filter, Fingerprint article) {
    return filter.mayMeet(article, KEYS);
  }
}
