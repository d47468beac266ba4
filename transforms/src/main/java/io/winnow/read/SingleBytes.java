package io.winnow.read;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns text back into the bytes of a charset with one byte a character. Bytes that mean nothing in
 * it are taken for the control characters of the same number, as lenient readers make of them.
 */
final class SingleBytes {
  private static final Map<Charset, SingleBytes> ALL = new ConcurrentHashMap<>();

  private final Map<Character, Byte> bytes = new HashMap<>();

  private SingleBytes(Charset charset) {
    for (int b = 0x80; b < 0x100; b++) {
      String one = new String(new byte[] {(byte) b}, charset);
      bytes.put(one.charAt(0) == '\uFFFD' ? (char) b : one.charAt(0), (byte) b);
    }
    for (int b = 0x80; b < 0xA0; b++) {
      bytes.putIfAbsent((char) b, (byte) b);
    }
  }

  static SingleBytes of(Charset charset) {
    return ALL.computeIfAbsent(charset, SingleBytes::new);
  }

  /** Null where a character is none of this charset. */
  byte @Nullable [] bytes(String text) {
    byte[] all = new byte[text.length()];
    for (int i = 0; i < all.length; i++) {
      char c = text.charAt(i);
      Byte b = c < 0x80 ? Byte.valueOf((byte) c) : bytes.get(c);
      if (b == null) {
        return null;
      }
      all[i] = b;
    }
    return all;
  }
}
