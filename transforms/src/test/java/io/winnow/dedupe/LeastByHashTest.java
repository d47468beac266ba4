package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeastByHashTest {
  @Test
  void drawsTheSameWhateverTheOrderAndTheParts() {
    List<String> names =
        new ArrayList<>(IntStream.range(0, 500).mapToObj(i -> "name " + i).toList());
    List<String> drawn = draw(names);
    Collections.shuffle(names, new Random(1));
    List<String> parts = new ArrayList<>(draw(names.subList(0, 300)));
    parts.addAll(draw(names.subList(200, 500)));

    assertThat(drawn, hasSize(20));
    assertThat(draw(names), equalTo(drawn));
    assertThat(draw(parts), equalTo(drawn));
  }

  @Test
  void takesANameOnce() {
    assertThat(draw(List.of("a", "a", "a")), contains("a"));
  }

  private static List<String> draw(List<String> names) {
    LeastByHash<String> least = new LeastByHash<>(20, Function.identity());
    names.forEach(least::add);
    return least.items();
  }
}
