package io.winnow.dedupe;

import java.io.Serializable;

/**
 * What counts as a near-duplicate, and how candidates are found.
 *
 * @param near Jaccard similarity, 0 to 1, from which two texts are near-duplicates. A copy with one
 *     word in six replaced has about 0.5; two short articles of which half is the same site text
 *     have 0.33 to 0.45.
 * @param contained share, 0 to 1, of the shingles of the smaller text that must lie in the larger
 *     one for the smaller to repeat it: a truncated copy has 1.0
 * @param containedSize the least size of the smaller text, as a share of the larger one, for which
 *     containment counts. A digest that holds a whole short item repeats nothing.
 * @param bands bands of a sketch; see {@link Bands}
 * @param rows rows of a band
 * @param buckets parts into which keys are hashed; the rows do not depend on it. One part of each
 *     grouping must fit into memory: about 1/{@code buckets} of 3 kB an article
 * @param maxSameUrl a URL that more texts than this call their own names no article, and is no key
 * @param maxSameBand texts of one band that are still compared pair by pair; more are linked
 *     unseen, which costs time when articles are decided and changes no verdict
 * @param maxAlsoAt members of a cluster that its first article lists; its size counts all
 * @param seniority which of several copies stays
 */
public record DedupeSpec(
    double near,
    double contained,
    double containedSize,
    int bands,
    int rows,
    int buckets,
    int maxSameUrl,
    int maxSameBand,
    int maxAlsoAt,
    Seniority seniority)
    implements Serializable {

  public static final double DEFAULT_NEAR = 0.46;
  public static final double DEFAULT_CONTAINED = 0.8;
  public static final double DEFAULT_CONTAINED_SIZE = 0.3;

  /**
   * With 5 rows: compared with probability 0.99 at J = 0.5, 0.97 at 0.46, 0.0017 at 0.1, 5e-5 at
   * 0.05. Two unrelated news texts have about 0.01.
   */
  public static final int DEFAULT_BANDS = 171;

  public static final int DEFAULT_ROWS = 5;
  public static final int DEFAULT_BUCKETS = 32;
  public static final int DEFAULT_MAX_SAME_URL = 1_000;
  public static final int DEFAULT_MAX_SAME_BAND = 10_000;
  public static final int DEFAULT_MAX_ALSO_AT = 1_000;

  public DedupeSpec {
    requireShare("near", near);
    requireShare("contained", contained);
    requireShare("containedSize", containedSize);
    requireAtLeast("bands", bands, 1);
    requireAtLeast("rows", rows, 1);
    requireAtLeast("buckets", buckets, 1);
    requireAtLeast("maxSameUrl", maxSameUrl, 1);
    requireAtLeast("maxSameBand", maxSameBand, 1);
    requireAtLeast("maxAlsoAt", maxAlsoAt, 0);
    if (rows > Sketch.COMPONENTS) {
      throw new IllegalArgumentException(
          "rows must be at most " + Sketch.COMPONENTS + ", was: " + rows);
    }
  }

  public static DedupeSpec defaults() {
    return new DedupeSpec(
        DEFAULT_NEAR,
        DEFAULT_CONTAINED,
        DEFAULT_CONTAINED_SIZE,
        DEFAULT_BANDS,
        DEFAULT_ROWS,
        DEFAULT_BUCKETS,
        DEFAULT_MAX_SAME_URL,
        DEFAULT_MAX_SAME_BAND,
        DEFAULT_MAX_ALSO_AT,
        Seniority.defaults());
  }

  /** The same with another number of buckets. */
  public DedupeSpec withBuckets(int count) {
    return new DedupeSpec(
        near,
        contained,
        containedSize,
        bands,
        rows,
        count,
        maxSameUrl,
        maxSameBand,
        maxAlsoAt,
        seniority);
  }

  /** The same with another order of who stays. */
  public DedupeSpec withSeniority(Seniority order) {
    return new DedupeSpec(
        near,
        contained,
        containedSize,
        bands,
        rows,
        buckets,
        maxSameUrl,
        maxSameBand,
        maxAlsoAt,
        order);
  }

  /**
   * Parts into which the postings of bands are hashed: fewer, because a posting is small, and
   * because each part that a text has a band in costs 16 bytes more.
   */
  int postingBuckets() {
    return Math.max(Math.min(buckets, 16), buckets / 4);
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be above 0, at most 1, was: " + value);
    }
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was: " + value);
    }
  }
}
