package io.winnow.dedupe;

import io.winnow.text.Folding;
import java.util.Comparator;
import java.util.stream.LongStream;

/**
 * A few shingles of a text, by which one finds it inside a longer one: in a page with its menus, or
 * in a dump that was never split.
 *
 * <p>Of each shingle 24 bits of its hash are kept. Hundreds of thousands of other word pairs have
 * the same, so that no list of words gives the text away; and of the at most 30,000 shingles of an
 * original, one in 600 meets one by chance, where 4 of 5 are asked for.
 */
public final class TextProbe {
  /** Most shingles that are kept. */
  static final int SIZE = 64;

  /** With fewer, chance would find the text where it is not. */
  private static final int LEAST = 6;

  /** The share of a full probe that has to be found. */
  private static final double FOUND = 0.8;

  private static final int MASK = 0xFFFFFF;

  private TextProbe() {}

  /** The probe of a text, ascending; empty for a text that is too short to be found. */
  public static int[] of(String text) {
    long[] shingles = Shingles.unordered(Folding.words(text));
    if (shingles.length < LEAST) {
      return new int[0];
    }
    return LongStream.of(shingles)
        .boxed()
        .sorted(Comparator.<Long>comparingInt(Mix::mix).thenComparing(Comparator.naturalOrder()))
        .limit(SIZE)
        .mapToInt(TextProbe::kept)
        .distinct()
        .sorted()
        .toArray();
  }

  /** What probes are looked for in: ascending, each once. */
  public static int[] all(String text) {
    return LongStream.of(Shingles.unordered(Folding.words(text)))
        .mapToInt(TextProbe::kept)
        .sorted()
        .distinct()
        .toArray();
  }

  /** Whether so many shingles of a probe of that size say that the text is there. */
  public static boolean isFound(int found, int size) {
    return size >= LEAST && found >= (size >= SIZE / 2 ? Math.ceil(FOUND * size) : size);
  }

  private static int kept(long shingle) {
    return (int) shingle & MASK;
  }
}
