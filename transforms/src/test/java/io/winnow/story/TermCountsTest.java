package io.winnow.story;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermCountsTest {
  /** Sixty-four workers in one process: the sort buffer of each takes no record of 256 KiB. */
  private static final int SORT_BUFFER = 1 << 18;

  @Test
  void everyPartIsARecordThatTheSmallestSorterTakes() {
    for (long articles : List.of(1L, 10_000L, 1_000_000_000L)) {
      TermCounts counts = TermCounts.ofSize(TermCounts.sizeFor(articles));
      long all = 0;
      for (int part = 0; part < counts.parts(); part++) {
        int bytes = counts.part(part).length;
        assertThat(bytes, lessThanOrEqualTo(SORT_BUFFER / 4));
        all += bytes;
      }
      assertThat(all, equalTo(4L * TermCounts.sizeFor(articles)));
    }
  }
}
