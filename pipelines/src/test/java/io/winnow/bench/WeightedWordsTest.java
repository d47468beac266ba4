package io.winnow.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedWordsTest {
  @Test
  void drawsEachWordAsOftenAsItsWeightSays() {
    List<String> words = List.of("a", "b", "c", "d");
    double[] weights = {1, 2, 3, 94};
    WeightedWords weighted = new WeightedWords(words, weights);
    Dice dice = new Dice(11);
    Map<String, Integer> drawn = new HashMap<>();
    int all = 200_000;
    for (int i = 0; i < all; i++) {
      drawn.merge(weighted.draw(dice), 1, Integer::sum);
    }
    for (int i = 0; i < weights.length; i++) {
      assertThat(words.get(i), 100.0 * drawn.get(words.get(i)) / all, closeTo(weights[i], 0.3));
    }
  }
}
