package io.winnow.chart;

import java.util.Locale;

/**
 * One bar or column.
 *
 * @param label what it is the value of
 * @param value how long it is, not below 0
 * @param shown the value as it is written
 * @param isRest whether it sums what has no bar of its own
 */
public record Bar(String label, double value, String shown, boolean isRest) {
  /** Keeps of the label what a picture can hold. */
  public Bar {
    label = Drawing.clean(label);
  }

  /** A bar of a count. */
  public static Bar of(String label, long count) {
    return new Bar(label, count, String.format(Locale.ROOT, "%,d", count), false);
  }

  /** The bar of all that have none of their own. */
  public static Bar rest(String label, long count) {
    return new Bar(label, count, String.format(Locale.ROOT, "%,d", count), true);
  }
}
