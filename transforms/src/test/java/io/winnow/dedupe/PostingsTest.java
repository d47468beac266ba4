package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostingsTest {
  private final Map<Integer, List<Parcel>> blocks = new HashMap<>();

  @Test
  void readsBackEveryKeyWithItsTextFromTheKeysBucket() {
    long[] bands = new Random(1).longs(11, 0, Long.MAX_VALUE).toArray();
    long url = -1L << 40;
    Postings postings = new Postings(3);
    postings.add(-5, bands, this::take);
    postings.add(6, new long[] {}, this::take);
    postings.add(7, new long[] {url}, this::take);
    postings.flush(this::take);

    List<String> read = new ArrayList<>();
    blocks.forEach(
        (bucket, parcels) ->
            parcels.forEach(
                parcel ->
                    Postings.read(
                        parcel.numbers(),
                        (text, key) -> read.add(bucket + " " + text + " band " + key),
                        (text, key) -> read.add(bucket + " " + text + " url " + key))));
    List<String> expected = new ArrayList<>();
    for (long key : bands) {
      expected.add(Mix.bucket(key, 3) + " -5 band " + Postings.part(key));
    }
    expected.add(Mix.bucket(url, 3) + " 7 url " + Postings.part(url));
    assertThat(read, containsInAnyOrder(expected.toArray()));
  }

  @Test
  void packsManyPostingsIntoFewBlocksOfBoundedSize() {
    Postings postings = new Postings(2);
    for (int text = 0; text < 10_000; text++) {
      postings.add(text, new long[] {text, 2L * text, 3L * text}, this::take);
    }
    postings.flush(this::take);

    List<Parcel> all = blocks.values().stream().flatMap(List::stream).toList();
    assertThat(all.size(), is(lessThan(10)));
    for (Parcel parcel : all) {
      assertThat(parcel.numbers().length, is(greaterThan(0)));
      assertThat(parcel.numbers().length, is(lessThan(8_200)));
    }
  }

  private void take(int bucket, Parcel block) {
    blocks.computeIfAbsent(bucket, key -> new ArrayList<>()).add(block);
  }
}
