package io.winnow.bench;

import java.util.List;

/**
 * What an article is about; several articles may be about one.
 *
 * @param names of things and people, which recur
 * @param words that are more frequent than elsewhere
 * @param day on which it happened, from 0
 */
record Topic(List<String> names, List<String> words, int day) {
  String name(Dice dice) {
    return names.get(dice.below(names.size()));
  }

  String word(Dice dice) {
    return words.get(dice.below(words.size()));
  }
}
