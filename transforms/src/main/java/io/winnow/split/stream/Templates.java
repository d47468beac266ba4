package io.winnow.split.stream;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stream itself teaches about heads and tails: a line that recurs, as a whole, by its label
 * or by its first words, and stands beside likely boundaries elsewhere, makes one likely here.
 *
 * <p>The evidence at a line never counts the line itself.
 */
final class Templates {
  private static final int WHOLE = 80;
  private static final int LABEL = 24;
  private static final int PREFIX = 9;

  /** For each line the numbers of what it may recur as. */
  private final int[][] keys;

  /** For each place and key, how likely its lines stand there, summed. */
  private final double[][] sums;

  /** For each key, its lines. */
  private final int[] counts;

  private final double[][] likely;

  /**
   * Where a line can stand beside a boundary: gap {@code i + shift} is the boundary of line {@code
   * i}.
   */
  enum Place {
    FIRST(0),
    SECOND(-1),
    LAST(1),
    LAST_BUT_ONE(2);

    private final int shift;

    Place(int shift) {
      this.shift = shift;
    }
  }

  private Templates(Stream stream, LineKeys lines, double[] probability) {
    Place[] places = Place.values();
    int size = stream.size();
    keys = new int[size][];
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < size; i++) {
      List<String> names = keys(stream.line(i), lines.words(i));
      keys[i] = new int[names.size()];
      for (int k = 0; k < keys[i].length; k++) {
        Integer known = numbers.putIfAbsent(names.get(k), numbers.size());
        keys[i][k] = known == null ? numbers.size() - 1 : known;
      }
    }
    counts = new int[numbers.size()];
    sums = new double[places.length][numbers.size()];
    likely = new double[places.length][size];
    for (int i = 0; i < size; i++) {
      for (int key : keys[i]) {
        counts[key]++;
      }
      for (Place place : places) {
        double here = likely(probability, i + place.shift, size);
        likely[place.ordinal()][i] = here;
        for (int key : keys[i]) {
          sums[place.ordinal()][key] += here;
        }
      }
    }
  }

  /** Templates of a stream, given how likely each gap is a boundary by other evidence. */
  static Templates of(Stream stream, LineKeys lines, double[] probability) {
    return new Templates(stream, lines, probability);
  }

  /** The end of the stream is a boundary, its beginning too. */
  private static double likely(double[] probability, int gap, int size) {
    return gap == size || gap == 0 ? 1 : gap < 0 || gap > size ? 0 : probability[gap];
  }

  /**
   * How surely the lines like line {@code i} elsewhere stand at {@code place}, 0 to 1; 0 where it
   * does not recur.
   */
  double at(Place place, int i) {
    double best = 0;
    for (int key : keys[i]) {
      double others = sums[place.ordinal()][key] - likely[place.ordinal()][i];
      best = Math.max(best, others / counts[key]);
    }
    return best;
  }

  /** How surely line {@code i} recurs away from any boundary, 0 to 1. */
  double inside(int i) {
    double most = 0;
    for (int key : keys[i]) {
      double beside = 0;
      for (int place = 0; place < sums.length; place++) {
        beside += sums[place][key] - likely[place][i];
      }
      most = Math.max(most, (counts[key] - 1 - beside) / counts[key]);
    }
    return most;
  }

  /** What a line may recur as. */
  static List<String> keys(String line) {
    return keys(line, Folding.words(line));
  }

  private static List<String> keys(String line, String words) {
    List<String> keys = new ArrayList<>(3);
    String bare = line.strip();
    boolean isShort = bare.length() <= 4 * WHOLE;
    String head = isShort ? bare : bare.substring(0, 4 * WHOLE);
    String whole = digits((isShort ? words : Folding.words(head)).replace(" ", ""));
    if (whole.isEmpty()) {
      keys.add("=" + head);
      return keys;
    }
    keys.add("=" + first(whole, WHOLE));
    int colon = firstColon(head);
    if (colon > 0 && colon <= LABEL) {
      keys.add(":" + digits(Folding.key(head.substring(0, colon))));
    }
    if (whole.length() > PREFIX) {
      keys.add(">" + first(whole, PREFIX));
    }
    int opening = head.codePointAt(0);
    int closing = head.codePointBefore(head.length());
    if (Character.getType(opening) == Character.MATH_SYMBOL) {
      keys.add("(" + Character.toString(opening));
    }
    if (head.length() == bare.length() && Character.getType(closing) == Character.MATH_SYMBOL) {
      keys.add(")" + Character.toString(closing));
    }
    return keys;
  }

  private static int firstColon(String line) {
    int narrow = line.indexOf(':');
    int wide = line.indexOf('：');
    return narrow < 0 ? wide : wide < 0 ? narrow : Math.min(narrow, wide);
  }

  private static String digits(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    text.codePoints().map(c -> Character.isDigit(c) ? '0' : c).forEach(masked::appendCodePoint);
    return masked.toString();
  }

  private static String first(String text, int codePoints) {
    return Scripts.head(text, codePoints);
  }
}
