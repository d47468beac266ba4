package io.winnow.summarize;

import io.winnow.text.CharKinds;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the terms by which the sentences of one text are compared: stems of words, and pairs of
 * neighbouring characters where a script has no spaces. What only holds sentences together is left
 * out. A term's number says how many others were met before it.
 *
 * <p>A word that was met before is known again by its characters, without a string of its own and
 * without a look at its stem.
 */
final class Terms {
  private static final BitSet EMPTY_CHARACTERS = new BitSet();

  static {
    for (String each : Phrases.of(true).functionWords()) {
      if (each.codePointCount(0, each.length()) == 1) {
        EMPTY_CHARACTERS.set(each.codePointAt(0));
      }
    }
  }

  /** The number of a word that is no term. */
  private static final int NO_TERM = -1;

  /** A word, or pair of characters, that was met. */
  private record Met(int hash, String text, int from, int to, int term) {}

  private final PorterStemmer stemmer = new PorterStemmer();
  private final Map<String, Integer> stems = new HashMap<>();
  private @Nullable Met[] table = new Met[512];
  private int met;
  private int size;
  private int[] found = new int[64];
  private int count;

  /** How many terms there are by now. */
  int size() {
    return size;
  }

  /** The terms of a {@link Phrases#normal} sentence, ascending, each once. */
  int[] of(String normal) {
    count = 0;
    int previous = -1;
    int units;
    for (int at = 0; at < normal.length(); at += units) {
      int codePoint = normal.codePointAt(at);
      units = Character.charCount(codePoint);
      int kind = CharKinds.ofCodePoint(codePoint);
      if ((kind & CharKinds.CJK) != 0) {
        boolean content = !EMPTY_CHARACTERS.get(codePoint);
        if (content && previous >= 0) {
          add(normal, previous, at + units, true);
        }
        previous = content ? at : -1;
      } else {
        previous = -1;
        if ((kind & CharKinds.WORD) != 0) {
          int end = wordEnd(normal, at);
          units = end - at;
          if (units > 1) {
            add(normal, at, end, false);
          }
        }
      }
    }
    return ascending();
  }

  private static int wordEnd(String sentence, int from) {
    int at = from;
    while (at < sentence.length()) {
      int codePoint = sentence.codePointAt(at);
      int kind = CharKinds.ofCodePoint(codePoint);
      if ((kind & (CharKinds.WORD | CharKinds.CJK)) != CharKinds.WORD) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private void add(String text, int from, int to, boolean pair) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = slot(hash, text, from, to);
    Met same = table[slot];
    if (same == null) {
      int term = pair ? size++ : wordTerm(text.substring(from, to));
      same = new Met(hash, text, from, to, term);
      table[slot] = same;
      if (++met * 2 > table.length) {
        grow();
      }
    }
    if (same.term != NO_TERM) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = same.term;
    }
  }

  private int wordTerm(String word) {
    if (Phrases.of(false).functionWords().contains(word)) {
      return NO_TERM;
    }
    String stem = stemmer.stem(word);
    Integer known = stems.putIfAbsent(stem, size);
    return known == null ? size++ : known;
  }

  /** Where the characters stand in the table, or would. */
  private int slot(int hash, String text, int from, int to) {
    int slot = (hash ^ hash >>> 15) & table.length - 1;
    for (Met met = table[slot]; met != null; met = table[slot]) {
      if (met.hash == hash
          && met.to - met.from == to - from
          && met.text.regionMatches(met.from, text, from, to - from)) {
        break;
      }
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }

  private void grow() {
    Met[] old = table;
    table = new Met[old.length * 2];
    for (Met met : old) {
      if (met != null) {
        table[slot(met.hash, met.text, met.from, met.to)] = met;
      }
    }
  }

  private int[] ascending() {
    Arrays.sort(found, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[distinct++] = found[i];
      }
    }
    return Arrays.copyOf(found, distinct);
  }
}
