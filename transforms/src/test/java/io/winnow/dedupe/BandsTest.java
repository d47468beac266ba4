package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BandsTest {
  private static final Bands BANDS = new Bands(DedupeSpec.DEFAULT_BANDS, DedupeSpec.DEFAULT_ROWS);

  @Test
  void comparesAtLeast99PercentOfPairsOfWhichHalfIsShared() {
    assertThat(shareThatMeets(300, 0.5, 3_000), is(greaterThanOrEqualTo(0.99)));
    assertThat(shareThatMeets(80, 0.5, 3_000), is(greaterThanOrEqualTo(0.985)));
  }

  @Test
  void comparesNextToNoneOfThePairsThatShareATwentieth() {
    assertThat(shareThatMeets(300, 0.05, 20_000), is(lessThan(3e-4)));
  }

  @Test
  void hasTheSameKeyInABandExactlyWhereTwoAgree() {
    Random random = new Random(3);
    int meetings = 0;
    for (int i = 0; i < 500; i++) {
      long[][] pair = SketchTest.pair(random, 200, 0.3);
      Sketch a = Sketch.of(pair[0]);
      Sketch b = Sketch.of(pair[1]);
      boolean meet = BANDS.meet(a, b);
      assertThat(shareKey(a, b), is(meet));
      meetings += meet ? 1 : 0;
    }
    assertThat(meetings, is(greaterThan(50)));
  }

  @Test
  void hasNoNegativeKey() {
    Sketch sketch = Sketch.of(ShinglesTest.shingles(Prose.text(1)));
    assertThat(Arrays.stream(BANDS.keys(sketch)).min().getAsLong(), is(greaterThan(0L)));
  }

  private static double shareThatMeets(int size, double jaccard, int trials) {
    Random random = new Random(17);
    int meetings = 0;
    for (int i = 0; i < trials; i++) {
      long[][] pair = SketchTest.pair(random, size, jaccard);
      meetings += BANDS.meet(Sketch.of(pair[0]), Sketch.of(pair[1])) ? 1 : 0;
    }
    return (double) meetings / trials;
  }

  private static boolean shareKey(Sketch a, Sketch b) {
    Set<Long> keys = new HashSet<>();
    Arrays.stream(BANDS.keys(a)).forEach(keys::add);
    return Arrays.stream(BANDS.keys(b)).anyMatch(keys::contains);
  }
}
