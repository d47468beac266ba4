package io.winnow.text;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells in one pass over a text which of many patterns may be in it: those of which it has a word
 * that every match has ({@link RequiredLiterals}). Only these need to be tried; it never misses
 * one. A pattern without such words always may be.
 *
 * <p>Safe for use by many threads. Patterns are known by their place in the list.
 */
public final class Sieve implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<Pattern> patterns;
  private transient volatile @Nullable SieveTable table;

  private Sieve(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /** A sieve for patterns; the same one may stand there twice. */
  public static Sieve of(List<Pattern> patterns) {
    return new Sieve(patterns);
  }

  /** A sieve for gated patterns. */
  public static Sieve ofGated(List<GatedPattern> patterns) {
    return new Sieve(patterns.stream().map(GatedPattern::pattern).toList());
  }

  /** What may be in a text. */
  public Found sift(String text) {
    return sift(text, 0, text.length());
  }

  /** What may be in a part of a text, its beginning and end in UTF-16 units. */
  public Found sift(String text, int from, int to) {
    return table().sift(text, from, to);
  }

  private SieveTable table() {
    SieveTable known = table;
    if (known == null) {
      known = new SieveTable(patterns.stream().map(RequiredLiterals::of).toList());
      table = known;
    }
    return known;
  }

  /** The patterns that may be in one text. */
  public static final class Found {
    private final long[] bits;
    private final boolean any;

    Found(long[] bits) {
      this.bits = bits;
      boolean some = false;
      for (long word : bits) {
        some |= word != 0;
      }
      this.any = some;
    }

    /** Whether the pattern at this place of the list may be in the text. */
    public boolean mayHave(int pattern) {
      return (bits[pattern >> 6] & 1L << pattern) != 0;
    }

    long[] copy() {
      return bits.clone();
    }

    /** Whether there is a pattern that may be in the text. */
    public boolean any() {
      return any;
    }
  }
}
