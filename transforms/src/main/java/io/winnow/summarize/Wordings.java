package io.winnow.summarize;

import io.winnow.text.CharKinds;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in which wordings are looked for: in lower case, with straight apostrophes. In a
 * script with spaces a wording begins where a word begins, so only there is looked.
 *
 * <p>What every sentence is asked for is found in one pass, on the first question; for one thread.
 */
final class Wordings {
  private static final int OPENINGS =
      Manner.bits(Manner.GREETING, Manner.HOOK, Manner.DEPENDENT_OPENING, Manner.POINTING_OPENING);

  private static final int USUAL =
      Manner.bits(
          Manner.PROMOTION,
          Manner.GUIDE,
          Manner.PRAISE,
          Manner.DEPENDENT,
          Manner.POINTING,
          Manner.FILLER,
          Manner.CUE);

  private final String text;
  private final Shape shape;
  private final Phrases phrases;
  private final Beginnings beginnings;
  private final int @Nullable [] starts;

  /** Bits of the manners that were looked for, and of those that were found. */
  private int asked;

  private int found;
  private int pointing = -1;
  private int names = -1;
  private int fillers;

  private Wordings(String text, Shape shape, Phrases phrases) {
    this.text = text;
    this.shape = shape;
    this.phrases = phrases;
    this.beginnings = phrases.beginnings();
    this.starts = phrases == Phrases.of(true) ? null : starts(text);
  }

  static Wordings of(String sentence) {
    String text = Phrases.normal(sentence);
    return new Wordings(text, Shape.of(sentence), Phrases.of(text));
  }

  /** The text that is searched; its indexes are those of the sentence. */
  String text() {
    return text;
  }

  /** The form of the sentence. */
  Shape shape() {
    return shape;
  }

  Phrases phrases() {
    return phrases;
  }

  /** Its {@link Shape#names}. */
  int names() {
    if (names < 0) {
      names = shape.names();
    }
    return names;
  }

  /** Whether the sentence has a wording of that manner; where it opens, if they are openings. */
  boolean has(Manner manner) {
    int bit = manner.bit();
    if ((asked & bit) == 0) {
      if ((OPENINGS & bit) != 0) {
        open();
      } else {
        search((USUAL & bit) != 0 ? USUAL : bit);
      }
    }
    return (found & bit) != 0;
  }

  /** Where a wording for a thing named before first begins; -1 if nowhere. */
  int pointing() {
    return has(Manner.POINTING) ? pointing : -1;
  }

  /** How many sounds of speech it has. */
  int fillers() {
    return has(Manner.FILLER) ? fillers : 0;
  }

  private void open() {
    asked |= OPENINGS;
    int at = Wording.opening(text);
    int node = beginnings.at(Beginnings.START, text, at, OPENINGS);
    found |= beginnings.sure(node) & OPENINGS;
    int may = beginnings.may(node) & OPENINGS & ~found;
    while (may != 0) {
      int bit = Integer.lowestOneBit(may);
      may -= bit;
      if (pattern(bit).matcher(text).region(at, text.length()).lookingAt()) {
        found |= bit;
      }
    }
  }

  private void search(int wanted) {
    asked |= wanted;
    if (starts != null) {
      for (int start : starts) {
        wanted = search(Beginnings.START, start, wanted);
      }
    } else {
      int place = Beginnings.START;
      for (int at = 0; at < text.length(); at++) {
        wanted = search(place, at, wanted);
        place = Beginnings.after(text.charAt(at));
      }
    }
  }

  private int nextFiller;

  /** Looks at one place; what is left to look for. */
  private int search(int place, int at, int wanted) {
    int node = beginnings.at(place, text, at, wanted);
    int sure = beginnings.sure(node) & wanted;
    int may = beginnings.may(node) & wanted;
    if ((sure | may) == 0) {
      return wanted;
    }
    int here = sure;
    while (may != 0) {
      int bit = Integer.lowestOneBit(may);
      may -= bit;
      if (matcher(bit, at).lookingAt()) {
        here |= bit;
      }
    }
    found |= here;
    if ((here & Manner.POINTING.bit()) != 0) {
      pointing = at;
    }
    if ((here & Manner.FILLER.bit()) != 0 && at >= nextFiller) {
      fillers++;
      if (starts == null) {
        Matcher filler = matcher(Manner.FILLER.bit(), at);
        nextFiller = filler.lookingAt() ? filler.end() : at + 1;
      }
    }
    return wanted & ~(here & ~Manner.FILLER.bit());
  }

  private Matcher matcher(int bit, int at) {
    Matcher matcher = pattern(bit).matcher(text).region(at, text.length());
    return starts != null ? matcher : matcher.useTransparentBounds(true).useAnchoringBounds(false);
  }

  private Pattern pattern(int bit) {
    return beginnings.pattern(Integer.numberOfTrailingZeros(bit));
  }

  private static int[] starts(String text) {
    int[] starts = new int[text.length() / 2 + 1];
    int count = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = CharKinds.is(text.charAt(i), CharKinds.WORD);
      if (letter && !inWord) {
        starts[count++] = i;
      }
      inWord = letter;
    }
    return Arrays.copyOf(starts, count);
  }
}
