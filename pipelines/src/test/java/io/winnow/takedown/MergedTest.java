package io.winnow.takedown;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergedTest {
  @Test
  void othersComeWhereTheyBelong() {
    assertThat(merged(List.of(2, 5, 9), List.of(7, 1, 12)), is(List.of(1, 2, 5, 7, 9, 12)));
    assertThat(merged(List.of(), List.of(3, 2)), is(List.of(2, 3)));
    assertThat(merged(List.of(4), List.of()), is(List.of(4)));
    assertThat(merged(List.of(), List.of()), is(List.of()));
  }

  private static List<Integer> merged(List<Integer> rows, List<Integer> others) {
    boolean[] closed = {false};
    Stream<Integer> source = rows.stream().onClose(() -> closed[0] = true);
    try (Stream<Integer> all =
        new Merged<>(source, others, Comparator.<Integer>naturalOrder()).stream()) {
      return all.toList();
    } finally {
      assertThat(closed[0], is(true));
    }
  }
}
