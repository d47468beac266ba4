package io.winnow.read;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns text back into the bytes of a charset with one byte a character. Bytes that mean nothing in
 * it are taken for the control characters of the same number, as lenient readers make of them.
 */
final class SingleBytes {
  private static final Map<Charset, SingleBytes> ALL = new ConcurrentHashMap<>();

  private static final short NONE = -1;

  /** The byte of each character, or {@link #NONE}. */
  private final short[] bytes = new short[Character.MAX_VALUE + 1];

  private SingleBytes(Charset charset) {
    Arrays.fill(bytes, NONE);
    for (short b = 0; b < 0xA0; b++) {
      bytes[b] = b;
    }
    for (short b = 0x80; b < 0x100; b++) {
      char c = new String(new byte[] {(byte) b}, charset).charAt(0);
      if (c != '\uFFFD') {
        bytes[c] = b;
      }
    }
  }

  static SingleBytes of(Charset charset) {
    return ALL.computeIfAbsent(charset, SingleBytes::new);
  }

  /** Null where a character is none of this charset. */
  byte @Nullable [] bytes(String text) {
    byte[] all = new byte[text.length()];
    for (int i = 0; i < all.length; i++) {
      short b = bytes[text.charAt(i)];
      if (b == NONE) {
        return null;
      }
      all[i] = (byte) b;
    }
    return all;
  }
}
