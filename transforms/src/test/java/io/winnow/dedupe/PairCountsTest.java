package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PairCountsTest {
  @Test
  void aPairCountsOnceWhateverItsOrder() {
    PairCounts counts = new PairCounts();
    counts.add(1, 2, 0.46);
    counts.add(2, 1, 0.46);
    counts.add(1, 3, 0.46);
    counts.add(0, 3, 1.0);
    counts.add(0, 4, 0.0);

    assertThat(counts.count(9), is(2L));
    assertThat(counts.count(19), is(1L));
    assertThat(counts.count(0), is(1L));
  }

  @Test
  void theMetricsOfAJobAreReadBack() {
    assertThat(PairCounts.metric(1), is("dedupe:pairs-of-similarity:05"));
    var read = PairCounts.of(Map.of(PairCounts.metric(1), 7L, PairCounts.metric(19), 3L, "x", 1L));

    assertThat(read.size(), is(PairCounts.BINS));
    assertThat(read.get(1), is(7L));
    assertThat(read.get(19), is(3L));
    assertThat(read.get(2), is(0L));
  }
}
