package io.winnow.story;

import java.nio.ByteBuffer;

/**
 * Counts how many articles of each fortnight have a term, in little room: a count-min sketch
 * (Cormode and Muthukrishnan, 2005), which never counts too few. Sums do not depend on the order.
 *
 * <p>To what is counted a shipped fortnight of {@link #SHIPPED} articles is added that has none of
 * the terms, so that what is rare does not depend on how small a run is.
 */
final class TermCounts {
  /**
   * A sketch is cut into parts of at most this size: a sorter of Flink, of which a job of many
   * workers has many, holds no record of 256 KiB.
   */
  static final int PART_BYTES = 1 << 15;

  private static final int SHIPPED = 200;
  private static final int LEAST_BITS = 16;
  private static final int MOST_BITS = 23;
  private static final int TERMS = 128;

  /** Stands for every article. */
  private static final int ANY = 0;

  /** Stands for all days. */
  private static final int EVER = Integer.MIN_VALUE;

  private final int[] counts;

  private TermCounts(int[] counts) {
    this.counts = counts;
  }

  /** An empty sketch of so many counters. */
  static TermCounts ofSize(int counters) {
    return new TermCounts(new int[counters]);
  }

  /** Counters for so many articles, a power of two. */
  static int sizeFor(long articles) {
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, articles * TERMS));
    return 1 << Math.min(MOST_BITS, Math.max(LEAST_BITS, bits));
  }

  void add(StorySignature article) {
    int slice = Math.floorDiv(article.day(), StorySignature.FORTNIGHT);
    count(ANY, slice);
    for (int term : article.terms()) {
      count(term, slice);
      count(term, EVER);
    }
    for (int meeting : Meetings.of(article.series())) {
      count(meeting, EVER);
    }
    for (Subject subject : article.subjects()) {
      for (int meeting : Meetings.of(subject)) {
        count(meeting, slice);
        count(meeting, EVER);
      }
    }
  }

  private void count(int term, int slice) {
    counts[first(term, slice)]++;
    counts[second(term, slice)]++;
  }

  /** About how many articles around the day have the term; rather more than fewer. */
  int articles(int term, int day) {
    int slice = Math.floorDiv(day - StorySignature.FORTNIGHT / 2, StorySignature.FORTNIGHT);
    return least(term, slice) + least(term, slice + 1);
  }

  /** About how many articles of any day have the term; rather more than fewer. */
  int articles(int term) {
    return least(term, EVER);
  }

  /** How much a term tells around a day, from 0. */
  double information(int term, int day) {
    double all = articles(ANY, day) + SHIPPED;
    return Math.log(all / Math.max(1, articles(term, day) - 1));
  }

  private int least(int term, int slice) {
    return Math.min(counts[first(term, slice)], counts[second(term, slice)]);
  }

  private int first(int term, int slice) {
    return mix(term * 0x9E3779B97F4A7C15L + slice) & (counts.length / 2 - 1);
  }

  private int second(int term, int slice) {
    return counts.length / 2 + (mix(term * 0xC2B2AE3D27D4EB4FL - slice) & (counts.length / 2 - 1));
  }

  private static int mix(long value) {
    long mixed = value;
    mixed ^= mixed >>> 33;
    mixed *= 0xFF51AFD7ED558CCDL;
    mixed ^= mixed >>> 33;
    mixed *= 0xC4CEB9FE1A85EC53L;
    return (int) (mixed ^ mixed >>> 33);
  }

  int parts() {
    return Math.max(1, counts.length * Integer.BYTES / PART_BYTES);
  }

  byte[] part(int number) {
    int size = counts.length / parts();
    ByteBuffer bytes = ByteBuffer.allocate(size * Integer.BYTES);
    bytes.asIntBuffer().put(counts, number * size, size);
    return bytes.array();
  }

  /** Adds what that part of a sketch of the same size has counted. */
  void merge(int number, byte[] part) {
    int size = counts.length / parts();
    ByteBuffer bytes = ByteBuffer.wrap(part);
    for (int i = 0; i < size; i++) {
      counts[number * size + i] += bytes.getInt();
    }
  }

  /** What all of these parts, of one number, have counted together. */
  static byte[] sum(Iterable<byte[]> parts) {
    int[] sums = new int[0];
    for (byte[] part : parts) {
      if (sums.length == 0) {
        sums = new int[part.length / Integer.BYTES];
      }
      ByteBuffer bytes = ByteBuffer.wrap(part);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += bytes.getInt();
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(sums.length * Integer.BYTES);
    bytes.asIntBuffer().put(sums);
    return bytes.array();
  }
}
