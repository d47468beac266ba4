package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.schema.Fingerprint;
import java.io.Serializable;

/** The numbers under which an article meets others. */
final class Keys implements Serializable {
  private final Bands bands;

  Keys(DedupeSpec spec) {
    this.bands = new Bands(spec.bands(), spec.rows());
  }

  /** The article's text: 64 bits of its content hash, equal for exact copies. */
  static long text(Fingerprint fingerprint) {
    return Long.parseUnsignedLong(fingerprint.getContentSha256(), 0, 16, 16);
  }

  /** One key a band, none negative; none at all for a text without a sketch. */
  long[] bands(Fingerprint fingerprint) {
    return fingerprint.getSketch().hasRemaining()
        ? bands.keys(Sketch.read(fingerprint.getSketch()))
        : new long[0];
  }

  /** The key of its own URL, negative; none where that names no article. */
  static long[] url(Fingerprint fingerprint) {
    String url = UrlKey.of(fingerprint.getUrl());
    return url == null
        ? new long[0]
        : new long[] {Hashing.komihash5_0().hashCharsToLong(url) | Long.MIN_VALUE};
  }

  static boolean isUrl(long key) {
    return key < 0;
  }
}
