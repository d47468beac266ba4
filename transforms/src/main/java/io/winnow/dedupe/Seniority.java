package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import java.util.Comparator;

/**
 * The total order that decides which of several copies stays: the first one.
 *
 * <p>First what an earlier run has published; then a copy with its own URL, the longest, the one
 * with the richest metadata, the earliest date (unknown last); then, so that nothing is left to
 * chance, {@code source_uri}, {@code source_ordinal} and {@code id}.
 */
final class Seniority {
  static final Comparator<Fingerprint> FIRST_STAYS =
      Comparator.comparingLong(Fingerprint::getRunSequence)
          .thenComparing(fingerprint -> fingerprint.getUrl() == null)
          .thenComparing(Fingerprint::getChars, Comparator.reverseOrder())
          .thenComparing(Fingerprint::getMetadata, Comparator.reverseOrder())
          .thenComparing(Fingerprint::getPublished, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Fingerprint::getSourceUri)
          .thenComparingInt(Fingerprint::getSourceOrdinal)
          .thenComparing(Fingerprint::getId);

  private Seniority() {}
}
