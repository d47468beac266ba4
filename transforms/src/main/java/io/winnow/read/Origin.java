package io.winnow.read;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a dump came from and how it was decoded.
 *
 * @param uri {@code source_uri}; members of archives as {@code a.zip!/b.html}
 * @param container uri of the compressed file or archive that held it; null where the file was
 *     plain
 * @param fileSha256 SHA-256, hex, of the file as stored (the archive's, for a member)
 * @param sha256 SHA-256, hex, of the decompressed bytes as far as they were read
 * @param bytes decompressed bytes
 * @param format what it was read as
 * @param charset IANA name; null where nothing was decoded
 * @param charsetConfidence 0 to 1
 */
public record Origin(
    String uri,
    @Nullable String container,
    String fileSha256,
    String sha256,
    long bytes,
    SourceFormat format,
    @Nullable String charset,
    double charsetConfidence)
    implements Serializable {

  /** The same under another uri. */
  public Origin withUri(String other) {
    return new Origin(
        other, container, fileSha256, sha256, bytes, format, charset, charsetConfidence);
  }
}
