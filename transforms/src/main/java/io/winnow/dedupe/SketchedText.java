package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import java.util.Optional;

/**
 * What near-duplicates are told by.
 *
 * @param shingles number of distinct shingles
 */
record SketchedText(Sketch sketch, int shingles) {

  /** Empty for a text without a sketch: no other text can be near it. */
  static Optional<SketchedText> of(Fingerprint fingerprint) {
    return fingerprint.getSketch().hasRemaining()
        ? Optional.of(
            new SketchedText(Sketch.read(fingerprint.getSketch()), fingerprint.getShingles()))
        : Optional.empty();
  }

  Similarity to(SketchedText other) {
    return Similarity.of(sketch.jaccard(other.sketch), shingles, other.shingles);
  }
}
