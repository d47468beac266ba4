package io.winnow.publish;

import io.winnow.write.RowStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum that the manifest keeps of every file. */
final class Checksum {
  private Checksum() {}

  /** SHA-256 of a file, in hex. */
  static String sha256(RowStore store, String path) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in =
        new DigestInputStream(Channels.newInputStream(store.open(path)), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
