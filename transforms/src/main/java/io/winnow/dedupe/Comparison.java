package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import io.winnow.text.Folding;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two texts side by side: whether deduplication holds one for a repetition of the other, and by
 * what figures. For people; it decides nothing.
 *
 * @param finding the first of its values that holds
 * @param sameUrl whether both have one URL of their own, which makes them candidates
 * @param estimated what decided, of the stored sketches; null where one has none
 * @param exact of the texts as they are published, which learned boilerplate has left since the
 *     sketches were made; null where one is too short for a shingle
 * @param shingles distinct shingles of the one text, as stored
 * @param others of the other
 * @param bandsMet bands in which the sketches agree: one is enough to be compared
 * @param bands all bands
 * @param chance of two texts of this Jaccard similarity to be compared, 0 to 1; null without one
 * @param margin how far the measure that decides lies above its threshold; below 0, under it; null
 *     where nothing was measured
 */
public record Comparison(
    Finding finding,
    boolean sameUrl,
    @Nullable Similarity estimated,
    @Nullable Similarity exact,
    int shingles,
    int others,
    int bandsMet,
    int bands,
    @Nullable Double chance,
    @Nullable Double margin) {

  /** What the two are to one another. */
  public enum Finding {
    /** Different parts of one series never repeat one another. */
    PARTS_OF_A_SERIES,
    /** The folded texts are equal. */
    SAME_TEXT,
    /** One of them is too short to be told from other texts by its wording. */
    TOO_SHORT,
    /** Too little is common. */
    BELOW_THRESHOLD,
    /** Similar enough, but neither a band nor a URL made them meet. */
    NEVER_MET,
    /** Similar enough, and compared. */
    SIMILAR
  }

  /**
   * Compares two by their fingerprints, and their texts besides.
   *
   * @throws IllegalArgumentException when the fingerprints are of different versions
   */
  public static Comparison of(
      Fingerprint a, String textA, Fingerprint b, String textB, DedupeSpec spec) {
    if (a.getVersion() != b.getVersion()) {
      throw new IllegalArgumentException(
          "fingerprints of the versions " + a.getVersion() + " and " + b.getVersion());
    }
    Optional<SketchedText> one = SketchedText.of(a);
    Optional<SketchedText> other = SketchedText.of(b);
    Similarity estimated = one.isPresent() && other.isPresent() ? one.get().to(other.get()) : null;
    int met =
        estimated == null
            ? 0
            : new Bands(spec.bands(), spec.rows())
                .met(one.orElseThrow().sketch(), other.orElseThrow().sketch());
    String url = UrlKey.of(a.getUrl());
    boolean sameUrl = url != null && url.equals(UrlKey.of(b.getUrl()));
    return new Comparison(
        finding(a, b, estimated, met > 0 || sameUrl, spec),
        sameUrl,
        estimated,
        exact(textA, textB),
        a.getShingles(),
        b.getShingles(),
        met,
        spec.bands(),
        estimated == null ? null : chance(estimated.jaccard(), spec),
        estimated == null ? null : estimated.margin(spec));
  }

  /** Whether containment decides, rather than Jaccard. */
  public boolean isByContainment(DedupeSpec spec) {
    return estimated != null
        && estimated.sizeRatio() >= spec.containedSize()
        && estimated.containment() - spec.contained() > estimated.jaccard() - spec.near();
  }

  private static Finding finding(
      Fingerprint a, Fingerprint b, @Nullable Similarity similarity, boolean met, DedupeSpec spec) {
    if (Clusters.areParts(a, b)) {
      return Finding.PARTS_OF_A_SERIES;
    }
    if (Objects.equals(a.getContentSha256(), b.getContentSha256())) {
      return Finding.SAME_TEXT;
    }
    if (similarity == null) {
      return Finding.TOO_SHORT;
    }
    if (!similarity.repeats(spec)) {
      return Finding.BELOW_THRESHOLD;
    }
    return met ? Finding.SIMILAR : Finding.NEVER_MET;
  }

  private static @Nullable Similarity exact(String a, String b) {
    long[] one = Shingles.of(Folding.words(a));
    long[] other = Shingles.of(Folding.words(b));
    return one.length == 0 || other.length == 0 ? null : Similarity.exact(one, other);
  }

  private static double chance(double jaccard, DedupeSpec spec) {
    return 1 - Math.pow(1 - Math.pow(jaccard, spec.rows()), spec.bands());
  }
}
