package io.winnow.read;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import org.jspecify.annotations.Nullable;

/**
 * What decompressing one file may still cost. Members of one archive share it, so that many small
 * bombs are as harmless as a large one.
 */
final class Budget {
  private final ReadSpec spec;
  private long total;

  Budget(ReadSpec spec) {
    this.spec = spec;
  }

  /**
   * Counts decompressed bytes.
   *
   * @param bytes just decompressed
   * @param decompressed bytes of this stream so far, these included
   * @param stored bytes this stream takes up in storage, at least 1
   * @return why no more may be read; null when more may
   */
  @Nullable Stop spend(long bytes, long decompressed, long stored) {
    total += bytes;
    if (total > spec.maxTotalBytes()) {
      return Stop.at(
          RejectReason.DECOMPRESSION_BOMB,
          "decompressed bytes of the file",
          total,
          spec.maxTotalBytes());
    }
    double ratio = (double) decompressed / stored;
    if (decompressed > spec.maxTextBytes() && ratio > spec.maxRatio()) {
      return Stop.at(
          RejectReason.DECOMPRESSION_BOMB,
          "decompressed bytes for one stored byte",
          ratio,
          spec.maxRatio());
    }
    return null;
  }

  /** Whether nothing more may be decompressed. */
  boolean isSpent() {
    return total > spec.maxTotalBytes();
  }
}
