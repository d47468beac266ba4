package io.winnow.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * RAKE as it was published (Rose, Engel, Cramer, Cowley, "Automatic keyword extraction from
 * individual documents", 2010): phrases between stop words and punctuation, scored by the degree
 * over the frequency of their words. For English.
 */
final class Rake {
  private static final Pattern PHRASE_ENDS = Pattern.compile("[^\\p{L}\\p{N}\\s'-]+|\\n");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Set<String> STOP =
      Set.of(
          ("a about above after again all also am an and any are as at be because been before being"
                  + " below between both but by can could did do does doing down during each few for"
                  + " from further had has have having he her here hers him his how i if in into is"
                  + " it its itself just like make many may me might more most much must my no nor"
                  + " not now of off on once one only or other our out over own said same she should"
                  + " so some such than that the their them then there these they this those through"
                  + " to too two under until up upon us use used very was we well were what when"
                  + " where which while who whom why will with within without would you your")
              .split(" "));

  private Rake() {}

  /** The best phrases, best first. */
  static List<String> keywords(String title, String text, int most) {
    List<List<String>> phrases = new ArrayList<>();
    for (String part : PHRASE_ENDS.split((title + ".\n" + text).toLowerCase(Locale.ROOT))) {
      List<String> phrase = new ArrayList<>();
      for (String word : SPACE.split(part.strip())) {
        if (word.isEmpty() || STOP.contains(word)) {
          add(phrase, phrases);
          phrase = new ArrayList<>();
        } else {
          phrase.add(word);
        }
      }
      add(phrase, phrases);
    }
    Map<String, Integer> frequency = new HashMap<>();
    Map<String, Integer> degree = new HashMap<>();
    for (List<String> phrase : phrases) {
      for (String word : phrase) {
        frequency.merge(word, 1, Integer::sum);
        degree.merge(word, phrase.size(), Integer::sum);
      }
    }
    Map<String, Double> scores = new HashMap<>();
    for (List<String> phrase : phrases) {
      double score = 0;
      for (String word : phrase) {
        score += (double) degree.get(word) / frequency.get(word);
      }
      scores.put(String.join(" ", phrase), score);
    }
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void add(List<String> phrase, List<List<String>> phrases) {
    if (!phrase.isEmpty()) {
      phrases.add(phrase);
    }
  }
}
