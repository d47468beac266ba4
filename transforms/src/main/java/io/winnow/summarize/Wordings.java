package io.winnow.summarize;

import io.winnow.text.GatedPattern;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in which wordings are looked for: in lower case, with straight apostrophes. In a
 * script with spaces a wording begins where a word begins, so only there is looked.
 */
final class Wordings {
  private final String text;
  private final Phrases phrases;
  private final int @Nullable [] starts;
  private final int opening;

  private Wordings(String text, Phrases phrases, int @Nullable [] starts) {
    this.opening = Wording.opening(text);
    this.text = text;
    this.phrases = phrases;
    this.starts = starts;
  }

  static Wordings of(String sentence) {
    String text = Phrases.normal(sentence);
    Phrases phrases = Phrases.of(text);
    return new Wordings(text, phrases, phrases == Phrases.of(true) ? null : starts(text));
  }

  /** The text that is searched; its indexes are those of the sentence. */
  String text() {
    return text;
  }

  Phrases phrases() {
    return phrases;
  }

  boolean has(GatedPattern pattern) {
    return first(pattern) >= 0;
  }

  /** Whether the sentence opens with it, behind opening marks. */
  boolean opensWith(GatedPattern pattern) {
    return pattern.begins(text, opening);
  }

  /** Where it first begins; -1 if nowhere. */
  int first(GatedPattern pattern) {
    if (starts == null) {
      GatedPattern.Search search = pattern.search(text);
      return search.find() ? search.start() : -1;
    }
    for (int start : starts) {
      if (pattern.begins(text, start)) {
        return start;
      }
    }
    return -1;
  }

  /** How often it occurs. */
  int count(GatedPattern pattern) {
    if (starts != null) {
      return (int) Arrays.stream(starts).filter(start -> pattern.begins(text, start)).count();
    }
    GatedPattern.Search search = pattern.search(text);
    int count = 0;
    while (search.find()) {
      count++;
    }
    return count;
  }

  private static int[] starts(String text) {
    int[] starts = new int[text.length() / 2 + 1];
    int count = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !inWord) {
        starts[count++] = i;
      }
      inWord = letter;
    }
    return Arrays.copyOf(starts, count);
  }
}
