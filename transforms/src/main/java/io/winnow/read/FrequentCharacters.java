package io.winnow.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** The characters that most ordinary Chinese, Japanese and Korean text consists of. */
final class FrequentCharacters {
  private static final BitSet ALL = load();

  private FrequentCharacters() {}

  /** Whether ordinary text is full of this character. */
  static boolean contains(int codePoint) {
    return ALL.get(codePoint);
  }

  private static BitSet load() {
    BitSet all = new BitSet(0x10000);
    try (InputStream in = FrequentCharacters.class.getResourceAsStream("frequent-characters.txt")) {
      if (in == null) {
        throw new IllegalStateException("frequent-characters.txt is missing from the jar");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMapToInt(String::codePoints)
          .forEach(all::set);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
