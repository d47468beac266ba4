package io.winnow.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NgramsTest {
  private static final String[] WORDS = {"a", "bridge", "over", "天", "地", "人", "山"};

  @Test
  void sharesAreThoseOfTheirDefinition() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      List<String> words = new ArrayList<>();
      int size = random.nextInt(120);
      while (words.size() < size) {
        if (words.size() > 20 && random.nextInt(12) == 0) {
          int from = random.nextInt(words.size() - 20);
          words.addAll(List.copyOf(words.subList(from, from + 20)));
        } else {
          words.add(WORDS[random.nextInt(WORDS.length)]);
        }
      }
      Signals signals = TextSignals.of(String.join(" ", words));
      for (int n = 2; n <= 10; n++) {
        String name = (n <= 4 ? "top_" : "duplicate_") + n + "gram_share";
        double expected = n <= 4 ? top(words, n) : duplicates(words, n);
        assertThat(name, signals.value(name).orElseThrow(), closeTo(expected, 1e-6));
      }
    }
  }

  private static double top(List<String> words, int n) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int from = 0; from < words.size(); from++) {
      List<String> run = run(words, from, n);
      if (!run.isEmpty()) {
        counts.merge(run, 1, Integer::sum);
      }
    }
    int best =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .mapToInt(entry -> entry.getValue() * chars(entry.getKey()))
            .max()
            .orElse(0);
    return best == 0 ? 0 : Math.min(1, (double) best / chars(words));
  }

  private static double duplicates(List<String> words, int n) {
    Set<List<String>> seen = new HashSet<>();
    int repeated = 0;
    for (int from = 0; from < words.size(); ) {
      List<String> run = run(words, from, n);
      if (run.isEmpty()) {
        break;
      }
      boolean isNew = seen.add(run);
      repeated += isNew ? 0 : chars(run);
      from += isNew ? 1 : run.size();
    }
    return words.isEmpty() ? 0 : (double) repeated / chars(words);
  }

  /** The run of {@code n} words that begins there; two characters of Chinese are a word. */
  private static List<String> run(List<String> words, int from, int n) {
    int weight = 0;
    for (int end = from; end < words.size(); ) {
      weight += words.get(end++).charAt(0) < 0x80 ? 2 : 1;
      if (weight >= 2 * n) {
        return words.subList(from, end);
      }
    }
    return List.of();
  }

  private static int chars(List<String> words) {
    return words.stream().collect(Collectors.joining()).length();
  }
}
