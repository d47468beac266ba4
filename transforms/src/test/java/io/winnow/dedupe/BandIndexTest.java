package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandIndexTest {
  private final BandIndex index = new BandIndex();

  @Test
  void findsTheTextsThatShareAKeyAscending() {
    index.add(7, 1 << 30);
    index.add(-3, 1 << 30);
    index.add(9, 1 << 29);
    assertThat(shared(), containsInAnyOrder("[-3, 7]"));
  }

  @Test
  void namesASetThatSeveralKeysHaveInCommonOnce() {
    for (long text = 1; text <= 3; text++) {
      for (int key = 1; key <= 100; key++) {
        index.add(text, key);
      }
    }
    index.add(1, -1);
    index.add(2, -1);
    assertThat(shared(), containsInAnyOrder("[1, 2, 3]", "[1, 2]"));
  }

  @Test
  void doesNotCountATextTwice() {
    index.add(7, 1 << 30);
    index.add(7, 1 << 30);
    assertThat(shared(), empty());
  }

  @Test
  void findsNothingInNothing() {
    assertThat(shared(), empty());
  }

  private List<String> shared() {
    List<String> sets = new ArrayList<>();
    index.forEachShared(texts -> sets.add(Arrays.toString(texts)));
    return sets;
  }
}
