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

  private final List<List<String>> keys = new ArrayList<>();
  private final List<Map<String, double[]>> sums = new ArrayList<>();
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

  private Templates(Stream stream, double[] probability) {
    Place[] places = Place.values();
    likely = new double[places.length][stream.size()];
    for (int i = 0; i < stream.size(); i++) {
      keys.add(keys(stream.line(i)));
    }
    for (Place place : places) {
      Map<String, double[]> sum = new HashMap<>();
      for (int i = 0; i < stream.size(); i++) {
        int gap = i + place.shift;
        // The end of the stream is a boundary, its beginning too.
        likely[place.ordinal()][i] =
            gap == stream.size() || gap == 0
                ? 1
                : gap < 0 || gap > stream.size() ? 0 : probability[gap];
        for (String key : keys.get(i)) {
          double[] entry = sum.computeIfAbsent(key, k -> new double[2]);
          entry[0] += likely[place.ordinal()][i];
          entry[1]++;
        }
      }
      sums.add(sum);
    }
  }

  /** Templates of a stream, given how likely each gap is a boundary by other evidence. */
  static Templates of(Stream stream, double[] probability) {
    return new Templates(stream, probability);
  }

  /**
   * How surely the lines like line {@code i} elsewhere stand at {@code place}, 0 to 1; 0 where it
   * does not recur.
   */
  double at(Place place, int i) {
    double best = 0;
    for (String key : keys.get(i)) {
      double[] sum = sums.get(place.ordinal()).getOrDefault(key, new double[2]);
      double others = sum[1] - 1;
      best = Math.max(best, (sum[0] - likely[place.ordinal()][i]) / (others + 1));
    }
    return best;
  }

  /** How surely line {@code i} recurs away from any boundary, 0 to 1. */
  double inside(int i) {
    double most = 0;
    for (String key : keys.get(i)) {
      double beside = 0;
      double others = 0;
      for (Place place : Place.values()) {
        double[] sum = sums.get(place.ordinal()).getOrDefault(key, new double[2]);
        beside += sum[0] - likely[place.ordinal()][i];
        others = sum[1] - 1;
      }
      most = Math.max(most, Math.max(0, others - beside) / (others + 1));
    }
    return most;
  }

  /** What a line may recur as. */
  static List<String> keys(String line) {
    List<String> keys = new ArrayList<>(3);
    String bare = line.strip();
    String head = bare.length() <= 4 * WHOLE ? bare : bare.substring(0, 4 * WHOLE);
    String words = Folding.words(head);
    String whole = digits(words.replace(" ", ""));
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
