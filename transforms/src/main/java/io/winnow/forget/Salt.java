package io.winnow.forget;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What is hashed together with everything that one could guess, so that no table of hashes made
 * elsewhere tells what was taken down here. Whoever has it can still try a guess.
 *
 * @param hex 32 hex digits
 */
public record Salt(String hex) implements Serializable {
  private static final int BYTES = 16;

  /** A new one. */
  public static Salt random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Salt(HexFormat.of().formatHex(bytes));
  }

  /** SHA-256 of the salt and {@code value}, in hex. */
  public String hash(String value) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(hex));
      return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
