package io.winnow.read;

import java.io.Serializable;
import java.util.List;

/**
 * One file to read, as the driver matched it.
 *
 * @param path where Beam's file systems find it
 * @param uri its path below the common folder of the inputs; what rows call {@code source_uri}
 * @param bytes its size when it was matched
 * @param knownSha256 SHA-256 (hex, of the file as stored) under which earlier published runs read
 *     this uri; a file that still has one of them is unchanged. Empty where everything is to be
 *     read
 */
public record SourceFile(String path, String uri, long bytes, List<String> knownSha256)
    implements Serializable {
  public SourceFile {
    knownSha256 = List.copyOf(knownSha256);
  }

  /** The same file under another uri. */
  public SourceFile withUri(String other) {
    return new SourceFile(path, other, bytes, knownSha256);
  }

  /** The same file with what earlier runs read under its uri. */
  public SourceFile withKnownSha256(List<String> known) {
    return new SourceFile(path, uri, bytes, known);
  }
}
