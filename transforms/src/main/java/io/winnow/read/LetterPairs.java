package io.winnow.read;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which letters beyond ASCII one language has, and which letters it puts beside them. */
final class LetterPairs {
  private static final double IN_ALPHABET = 0.4;
  private static final double A_KNOWN_PAIR = 0.3;
  private static final int EDGE = '_';
  private static final BitSet ANY_ALPHABET = new BitSet();
  private static final List<LetterPairs> ALL = new ArrayList<>();
  private static final Map<String, List<LetterPairs>> BY_CHARSET = new HashMap<>();

  static {
    load();
  }

  private final BitSet alphabet = new BitSet();
  private final IntOpenHashSet pairs = new IntOpenHashSet();

  private LetterPairs(String pairs) {
    for (int i = 0; i + 1 < pairs.length(); i += 2) {
      this.pairs.add(pair(pairs.charAt(i), pairs.charAt(i + 1)));
      alphabet.set(pairs.charAt(i));
      alphabet.set(pairs.charAt(i + 1));
    }
    alphabet.clear(0, 0x80);
  }

  /** The languages written in a charset of one byte a character; all, where that is not known. */
  static List<LetterPairs> in(Encoding encoding) {
    return BY_CHARSET.getOrDefault(encoding.name(), ALL);
  }

  /** Whether some language has this letter beyond ASCII. */
  static boolean isLetter(int codePoint) {
    return ANY_ALPHABET.get(lower(codePoint));
  }

  /**
   * How usual a letter is between its neighbours, from 0 to 1.
   *
   * @param before the letter before it, or 0 at the edge of a word
   * @param after the letter after it, or 0 at the edge of a word
   */
  double fit(int before, int letter, int after) {
    int middle = lower(letter);
    if (!alphabet.get(middle)) {
      return 0;
    }
    return IN_ALPHABET
        + (knows(before == 0 ? EDGE : lower(before), middle) ? A_KNOWN_PAIR : 0)
        + (knows(middle, after == 0 ? EDGE : lower(after)) ? A_KNOWN_PAIR : 0);
  }

  private boolean knows(int left, int right) {
    return pairs.contains(pair(left, right));
  }

  private static int pair(int left, int right) {
    return left << 16 | right;
  }

  /** Not for the Turkish I with a dot, which would lose it. */
  private static int lower(int letter) {
    return letter == 0x130 ? letter : Character.toLowerCase(letter);
  }

  private static void load() {
    try (InputStream in = LetterPairs.class.getResourceAsStream("letter-pairs.txt")) {
      if (in == null) {
        throw new IllegalStateException("letter-pairs.txt is missing from the jar");
      }
      String[] charsets = {};
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.startsWith("> ")) {
          charsets = line.split(" ", -1);
        } else if (!line.startsWith("#") && !line.isEmpty()) {
          LetterPairs language = new LetterPairs(line);
          ALL.add(language);
          ANY_ALPHABET.or(language.alphabet);
          for (int i = 2; i < charsets.length; i++) {
            BY_CHARSET.computeIfAbsent(charsets[i], name -> new ArrayList<>()).add(language);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
