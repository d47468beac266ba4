package io.winnow.read;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over bytes as they pass by, in hex. */
final class Sha256 {
  /** The hash of no bytes, for what was never opened. */
  static final String OF_NOTHING = of(new byte[0], 0, 0);

  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String of(byte[] bytes, int from, int to) {
    return new Sha256().add(bytes, from, to).hex();
  }

  Sha256 add(byte[] bytes, int from, int to) {
    digest.update(bytes, from, to - from);
    return this;
  }

  /** The hash of everything added so far; more may be added afterwards. */
  String hex() {
    try {
      MessageDigest soFar = (MessageDigest) digest.clone();
      return HexFormat.of().formatHex(soFar.digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every JDK can copy a SHA-256", e);
    }
  }
}
