package io.winnow.tag.keyword;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts a short name for the full one: after "Ada Lovelace", "Lovelace" means her. Only where the
 * text gives the full name first, no other full name has the same word, and the word is no common
 * one: "Cloud" is not short for "Acme Cloud".
 */
final class ShortNames {
  private static final int MAX_WORDS = 3;

  private ShortNames() {}

  /** Moves the uses of short names to the full ones, and removes the short ones. */
  static void merge(Map<String, Candidate> candidates, PhraseFinder finder) {
    Map<String, Candidate> fullNames = new LinkedHashMap<>();
    Set<String> shared = new HashSet<>();
    for (Candidate candidate : candidates.values()) {
      List<String> words = candidate.words;
      if (words.size() > 1 && candidate.isCapitalized()) {
        for (String word : words) {
          Candidate other = fullNames.putIfAbsent(word, candidate);
          if (other != null) {
            shared.add(word);
          }
        }
      }
    }
    fullNames.forEach(
        (word, full) -> {
          Candidate brief = candidates.get(word);
          if (brief != null
              && !shared.contains(word)
              && !finder.isCommon(word)
              && means(brief, full)) {
            full.count += brief.whole;
            full.whole += brief.whole;
            full.inTitle |= brief.inTitle;
            candidates.remove(word);
          }
        });
  }

  private static boolean isAcronym(String name) {
    return name.length() > 1 && name.chars().noneMatch(Character::isLowerCase);
  }

  private static boolean means(Candidate brief, Candidate full) {
    return full.words.size() <= MAX_WORDS
        && full.whole > 0
        && full.first <= brief.first
        && brief.isCapitalized()
        && !isAcronym(brief.surface);
  }
}
