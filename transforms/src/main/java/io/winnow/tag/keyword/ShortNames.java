package io.winnow.tag.keyword;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts a short name for the full one: after "Ada Lovelace", "Lovelace" means her. Only where the
 * text gives the full name first, no other full name has the same word, and the word is no common
 * one: "Cloud" is not short for "Acme Cloud".
 */
final class ShortNames {
  private static final int MAX_WORDS = 3;

  private record FullName(Term word, Candidate full) {}

  private ShortNames() {}

  /**
   * Moves the uses of short names to the full ones, and lets the short ones go.
   *
   * @param byKey those that are not gone
   */
  static void merge(
      List<Candidate> candidates, LongFunction<@Nullable Candidate> byKey, PhraseFinder finder) {
    Numbers numbers = new Numbers(6);
    List<FullName> fullNames = new ArrayList<>();
    boolean[] shared = new boolean[64];
    for (Candidate candidate : candidates) {
      if (candidate.words.length > 1 && candidate.isCapitalized()) {
        for (Term word : candidate.words) {
          int number = numbers.number(word.hash);
          if (number == fullNames.size()) {
            fullNames.add(new FullName(word, candidate));
          } else {
            shared = withRoom(shared, number);
            shared[number] = true;
          }
        }
      }
    }
    shared = withRoom(shared, fullNames.size());
    for (int i = 0; i < fullNames.size(); i++) {
      if (!shared[i]) {
        merge(fullNames.get(i).word(), fullNames.get(i).full(), byKey, finder);
      }
    }
  }

  private static boolean[] withRoom(boolean[] values, int number) {
    return number < values.length ? values : Arrays.copyOf(values, 2 * number);
  }

  private static void merge(
      Term word, Candidate full, LongFunction<@Nullable Candidate> byKey, PhraseFinder finder) {
    Candidate brief = byKey.apply(word.hash);
    if (brief != null && means(brief, full) && !finder.isCommon(word.text)) {
      full.count += brief.whole;
      full.whole += brief.whole;
      full.inTitle |= brief.inTitle;
      brief.gone = true;
    }
  }

  private static boolean isAcronym(String name) {
    return name.length() > 1 && name.chars().noneMatch(Character::isLowerCase);
  }

  private static boolean means(Candidate brief, Candidate full) {
    return full.words.length <= MAX_WORDS
        && full.whole > 0
        && full.first <= brief.first
        && brief.isCapitalized()
        && !isAcronym(brief.surface);
  }
}
