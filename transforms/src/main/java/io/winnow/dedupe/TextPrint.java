package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a text is told from others by; the text itself cannot be made of it.
 *
 * @param sha256 of the folded text, in hex; of the text as it stands where it folds to nothing
 * @param shingles how many distinct ones it has
 * @param sketch of these; empty where the text is too short to be a near-duplicate of another
 */
public record TextPrint(String sha256, int shingles, ByteBuffer sketch) {
  /** Takes the print of a text. */
  public static TextPrint of(String text) {
    String words = Folding.words(text);
    String folded = words.replace(" ", "");
    long[] shingles = Shingles.unordered(words);
    boolean nearable = Scripts.length(folded) >= Fingerprints.MIN_NEAR_CHARS && shingles.length > 0;
    return new TextPrint(
        sha256(folded.isEmpty() ? text : folded),
        shingles.length,
        nearable ? Sketch.of(shingles).toBytes() : ByteBuffer.allocate(0));
  }

  /** The print in a row of the dataset {@code fingerprints}. */
  public static TextPrint of(Fingerprint row) {
    return new TextPrint(row.getContentSha256(), row.getShingles(), row.getSketch());
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
