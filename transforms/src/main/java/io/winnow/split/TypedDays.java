package io.winnow.split;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Corrects years mistyped in a sequence of dated notes, by their neighbours and by the time stamps
 * of their images.
 *
 * <p>People date notes in order, newest or oldest first. A day outside of that order is changed
 * only when another year, one off, puts it between the days around it, or when the image stamps of
 * its note say so; otherwise it stays as typed. At the ends of the sequence, where one side is
 * open, the day must come within {@value #NEAR_DAYS} days of its neighbour.
 */
final class TypedDays {
  private static final int NEAR_DAYS = 31;

  /** Least share of days that must be in order before the order proves anything. */
  private static final double MIN_ORDERED = 0.6;

  private static final int MIN_NOTES = 4;

  private final List<LocalDate> typed;
  private final List<@Nullable LocalDate> stamps;
  private final boolean[] kept;

  private TypedDays(List<LocalDate> typed, List<@Nullable LocalDate> stamps, boolean[] kept) {
    this.typed = typed;
    this.stamps = stamps;
    this.kept = kept;
  }

  /**
   * The days, corrected.
   *
   * @param typed as typed, in the order of the dump
   * @param stamps day of the image stamps of each note; null where it has none
   */
  static List<LocalDate> correct(List<LocalDate> typed, List<@Nullable LocalDate> stamps) {
    boolean[] falling = longestInOrder(typed, true);
    boolean[] rising = longestInOrder(typed, false);
    boolean newestFirst = count(falling) >= count(rising);
    boolean[] kept = newestFirst ? falling : rising;
    boolean ordered = typed.size() >= MIN_NOTES && count(kept) >= MIN_ORDERED * typed.size();
    if (!ordered) {
      Arrays.fill(kept, true);
    }
    return new TypedDays(typed, stamps, kept).corrected();
  }

  /** Share of the days that are in order, newest or oldest first; 0 to 1. */
  static double order(List<LocalDate> typed) {
    int best = Math.max(count(longestInOrder(typed, true)), count(longestInOrder(typed, false)));
    return typed.isEmpty() ? 0 : (double) best / typed.size();
  }

  private List<LocalDate> corrected() {
    List<LocalDate> days = new ArrayList<>(typed);
    for (int i = 0; i < typed.size(); i++) {
      for (int years : new int[] {1, -1}) {
        LocalDate other = shift(typed.get(i), years);
        if (other != null && (stampSays(i, other) || (!kept[i] && fits(i, other)))) {
          days.set(i, other);
          break;
        }
      }
    }
    return days;
  }

  private boolean stampSays(int i, LocalDate other) {
    LocalDate stamp = stamps.get(i);
    return stamp != null && near(stamp, other) && !near(stamp, typed.get(i));
  }

  private boolean fits(int i, LocalDate other) {
    LocalDate before = neighbour(i, -1);
    LocalDate after = neighbour(i, 1);
    if (before == null || after == null) {
      LocalDate only = before == null ? after : before;
      return only != null && near(only, other);
    }
    LocalDate low = before.isBefore(after) ? before : after;
    LocalDate high = before.isBefore(after) ? after : before;
    return !other.isBefore(low) && !other.isAfter(high);
  }

  private @Nullable LocalDate neighbour(int i, int step) {
    for (int at = i + step; at >= 0 && at < kept.length; at += step) {
      if (kept[at]) {
        return typed.get(at);
      }
    }
    return null;
  }

  private static boolean near(LocalDate one, LocalDate other) {
    return Math.abs(one.toEpochDay() - other.toEpochDay()) <= NEAR_DAYS;
  }

  private static @Nullable LocalDate shift(LocalDate day, int years) {
    try {
      return LocalDate.of(day.getYear() + years, day.getMonth(), day.getDayOfMonth());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Marks a longest subsequence of days that never go up ({@code falling}) or never go down.
   * Patience sorting, O(n log n).
   */
  private static boolean[] longestInOrder(List<LocalDate> days, boolean falling) {
    int n = days.size();
    long[] key = new long[n];
    for (int i = 0; i < n; i++) {
      key[i] = falling ? -days.get(i).toEpochDay() : days.get(i).toEpochDay();
    }
    int[] tails = new int[n];
    int[] previous = new int[n];
    int length = 0;
    for (int i = 0; i < n; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (key[tails[middle]] <= key[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    boolean[] kept = new boolean[n];
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
      kept[i] = true;
    }
    return kept;
  }

  private static int count(boolean[] marks) {
    int count = 0;
    for (boolean mark : marks) {
      count += mark ? 1 : 0;
    }
    return count;
  }
}
