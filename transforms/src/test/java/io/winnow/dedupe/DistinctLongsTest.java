package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistinctLongsTest {
  @Test
  void keepsEachOnceInTheOrderTheyCome() {
    assertThat(
        distinct(5, 0, -1, 5, 0, 5 + (1L << 40), -1), is(new long[] {5, 0, -1, 5 + (1L << 40)}));
    assertThat(distinct(), is(new long[0]));
  }

  @Test
  void doesWhatASetDoes() {
    Random random = new Random(1);
    for (int size : new int[] {1, 2, 3, 64, 1000}) {
      long[] hashes = random.longs(size, 0, size).toArray();
      Set<Long> expected = new LinkedHashSet<>();
      Arrays.stream(hashes).forEach(expected::add);
      assertThat(distinct(hashes), is(expected.stream().mapToLong(Long::longValue).toArray()));
    }
  }

  private static long[] distinct(long... hashes) {
    DistinctLongs distinct = new DistinctLongs(hashes.length);
    for (long hash : hashes) {
      distinct.add(hash);
    }
    return distinct.toArray();
  }
}
