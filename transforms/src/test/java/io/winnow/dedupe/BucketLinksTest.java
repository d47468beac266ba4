package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BucketLinksTest {
  private int compared;

  @Test
  void comparesEachOf50000EqualTextsOnce() {
    int size = 50_000;
    List<long[]> links = link((a, b) -> true, List.of(LongStream.range(0, size).toArray()));

    assertThat(links.size(), is(size - 1));
    assertThat(compared, is(size - 1));
  }

  @Test
  void comparesNothingAgainThatAnotherBucketLinked() {
    long[] bucket = LongStream.range(0, 1_000).toArray();
    link((a, b) -> true, List.of(bucket, bucket, LongStream.range(0, 500).toArray()));

    assertThat(compared, is(999));
  }

  @Test
  void losesNoPairToAHubThatMatchesOnlyOneOfThem() {
    // 1 repeats 0, and 2 repeats 1, but not 0, the hub.
    List<long[]> links = link((a, b) -> Math.abs(a - b) == 1, List.of(new long[] {0, 1, 2}));

    assertThat(links.size(), is(2));
  }

  @Test
  void findsTheComponentsOfAllPairsWhateverTheOrder() {
    BucketLinks.Comparison repeats = (a, b) -> a % 7 == b % 7 && Math.abs(a - b) <= 14;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<long[]> buckets = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        buckets.add(random.longs(20, 0, 200).distinct().toArray());
      }
      Components expected = new Components();
      for (long[] bucket : buckets) {
        for (long a : bucket) {
          for (long b : bucket) {
            if (repeats.repeats(a, b)) {
              expected.join(a, b);
            }
          }
        }
      }
      Components found = new Components();
      link(repeats, buckets).forEach(pair -> found.join(pair[0], pair[1]));
      for (long text = 0; text < 200; text++) {
        assertThat(found.root(text), is(expected.root(text)));
      }
    }
  }

  @Test
  void comparesTwoFamiliesInOneBucketWithoutAllPairsWithinThem() {
    int size = 200;
    link((a, b) -> a % 2 == b % 2, List.of(LongStream.range(0, size).toArray()));

    // Within a family one comparison a text; between the two, all pairs.
    assertThat(compared, is(lessThan(size + size * size / 4 + 1)));
  }

  private List<long[]> link(BucketLinks.Comparison repeats, List<long[]> buckets) {
    List<long[]> links = new ArrayList<>();
    BucketLinks bucketLinks =
        new BucketLinks(
            (a, b) -> {
              compared++;
              return repeats.repeats(a, b);
            },
            (a, b) -> links.add(new long[] {a, b}));
    buckets.forEach(bucketLinks::addBucket);
    return links;
  }
}
