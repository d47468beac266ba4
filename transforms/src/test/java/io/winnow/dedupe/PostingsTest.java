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
import org.junit.jupiter.api.Test;

class PostingsTest {
  private final Map<Integer, List<Parcel>> blocks = new HashMap<>();

  @Test
  void readsBackEveryKeyWithItsTextFromTheKeysBucket() {
    Postings postings = new Postings(3);
    postings.add(-5, new long[] {1, 2, 3, 4}, this::take);
    postings.add(6, new long[] {}, this::take);
    postings.add(7, new long[] {-1}, this::take);
    postings.flush(this::take);

    List<String> read = new ArrayList<>();
    blocks.forEach(
        (bucket, parcels) ->
            parcels.forEach(
                parcel ->
                    Postings.read(
                        parcel.numbers(),
                        (text, key) -> {
                          assertThat(Mix.bucket(key, 3), is(bucket));
                          read.add(text + " " + key);
                        })));
    assertThat(read, containsInAnyOrder("-5 1", "-5 2", "-5 3", "-5 4", "7 -1"));
  }

  @Test
  void packsManyPostingsIntoFewBlocksOfBoundedSize() {
    Postings postings = new Postings(2);
    for (int text = 0; text < 10_000; text++) {
      postings.add(text, new long[] {text, -text, 3L * text}, this::take);
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
