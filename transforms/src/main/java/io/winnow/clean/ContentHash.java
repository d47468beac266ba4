package io.winnow.clean;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.text.Folding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identity of texts, whatever their width, case, spaces and punctuation. */
final class ContentHash {
  private ContentHash() {}

  /** SHA-256, in hex, of a folded text: the column {@code content_sha256}. */
  static String of(String text) {
    try {
      byte[] bytes = Folding.key(text).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Hash of a folded line; never 0. */
  static long ofLine(String line) {
    long hash = Hashing.komihash5_0().hashCharsToLong(Folding.key(line));
    return hash == 0 ? 1 : hash;
  }
}
