package io.winnow.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how bytes are to be decoded: by byte order mark, as strict UTF-8, by what was declared
 * as far as the bytes agree (the header they came with, then XML declaration, then meta), and else
 * by which charset makes the visible text look like a language.
 */
final class CharsetSniffer {
  /** What is valid UTF-8 but for damage has this many valid characters for one malformed. */
  private static final int VALID_FOR_ONE_MALFORMED = 2;

  /**
   * A declaration decides between charsets that fit about equally well, the more so the less text
   * there is to tell; and it halves the doubt about the one that it names.
   */
  private static final double DECLARED_BONUS = 0.01;

  /** Bytes beyond ASCII that a declaration counts as much as. */
  private static final double DECLARED_WEIGHT = 1;

  /** That bytes form characters of two bytes at all is hardly chance, other than of one byte. */
  private static final double STRUCTURE_BONUS = 0.04;

  private static final double MAX_STATISTICAL = 0.95;

  /** Bytes that are looked at when nothing beyond ASCII is visible. */
  private static final int MAX_HIDDEN = 1 << 15;

  /** Bytes of words by which most candidates are out already. */
  private static final int FIRST_LOOK = 3000;

  /** What a candidate does not make up for by more text. */
  private static final double OUT_OF_REACH = 0.15;

  private CharsetSniffer() {}

  /**
   * The charset of the first {@code length} bytes. Never fails: any bytes get some charset.
   *
   * @param transportCharset the label that came with the bytes, as in an HTTP header of a WARC
   *     record or a part of a mail; null where there is none. It goes before what the bytes declare
   *     themselves, and is believed only where they allow it
   */
  static CharsetGuess guess(byte[] bytes, int length, @Nullable String transportCharset) {
    Optional<CharsetGuess> marked = byteOrderMark(bytes, length);
    if (marked.isPresent()) {
      return marked.get();
    }
    Utf8Tally utf8 = Utf8Tally.of(bytes, length);
    if (utf8.malformed() > 0 || WideUnicode.hasZeroByte(bytes, length)) {
      Optional<CharsetGuess> wide = WideUnicode.sniff(bytes, length);
      if (wide.isPresent()) {
        return wide.get();
      }
    }
    if (utf8.malformed() == 0) {
      return utf8.valid() == 0 && hasEscapes(bytes, length)
          ? new CharsetGuess(Encoding.ISO_2022_JP, MAX_STATISTICAL, 0)
          : new CharsetGuess(Encoding.UTF_8, 1, 0);
    }
    if (utf8.valid() > VALID_FOR_ONE_MALFORMED * utf8.malformed()) {
      return new CharsetGuess(Encoding.UTF_8, utf8.confidence(), 0);
    }
    return statistical(bytes, length, transportCharset);
  }

  private static Optional<CharsetGuess> byteOrderMark(byte[] bytes, int length) {
    if (startsWith(bytes, length, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new CharsetGuess(Encoding.UTF_8, 1, 3));
    }
    if (startsWith(bytes, length, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(new CharsetGuess(Encoding.UTF_32LE, 1, 4));
    }
    if (startsWith(bytes, length, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(new CharsetGuess(Encoding.UTF_32BE, 1, 4));
    }
    if (startsWith(bytes, length, 0xFF, 0xFE)) {
      return Optional.of(new CharsetGuess(Encoding.UTF_16LE, 1, 2));
    }
    if (startsWith(bytes, length, 0xFE, 0xFF)) {
      return Optional.of(new CharsetGuess(Encoding.UTF_16BE, 1, 2));
    }
    if (startsWith(bytes, length, 0x84, 0x31, 0x95, 0x33)) {
      return Optional.of(new CharsetGuess(Encoding.GB18030, 1, 4));
    }
    return Optional.empty();
  }

  private static CharsetGuess statistical(
      byte[] bytes, int length, @Nullable String transportCharset) {
    Optional<Encoding> declared =
        Optional.ofNullable(transportCharset)
            .flatMap(Encoding::named)
            .or(() -> DeclaredCharset.in(bytes, length).flatMap(Encoding::named));
    byte[] words = VisibleBytes.words(VisibleBytes.phrases(bytes, length));
    return words.length > 0
        ? byStatistics(words, declared)
        : byStatistics(
            VisibleBytes.words(Arrays.copyOf(bytes, Math.min(length, MAX_HIDDEN))), declared);
  }

  /** What makes a line most plausible. Its markup counts, too. */
  static CharsetGuess byStatistics(byte[] line) {
    return byStatistics(VisibleBytes.words(line), Optional.empty());
  }

  private static CharsetGuess byStatistics(byte[] words, Optional<Encoding> declared) {
    List<Encoding> candidates = new ArrayList<>(Encoding.MULTI_BYTE);
    candidates.addAll(Encoding.SINGLE_BYTE);
    declared.filter(encoding -> !candidates.contains(encoding)).ifPresent(candidates::add);
    if (words.length > FIRST_LOOK) {
      List<Rated> first = rated(candidates, Arrays.copyOf(words, FIRST_LOOK), declared);
      double reach = best(first).score() - OUT_OF_REACH;
      candidates.clear();
      first.stream()
          .filter(rated -> rated.score() >= reach)
          .forEach(rated -> candidates.add(rated.encoding()));
    }
    Rated best = best(rated(candidates, words, declared));
    return new CharsetGuess(best.encoding(), Math.min(MAX_STATISTICAL, best.confidence()), 0);
  }

  /** How well a candidate does. */
  private record Rated(Encoding encoding, double score, double confidence) {}

  private static List<Rated> rated(
      List<Encoding> candidates, byte[] words, Optional<Encoding> declared) {
    return candidates.stream().map(candidate -> rated(candidate, words, declared)).toList();
  }

  /** The one that does best; the earlier one of equals. */
  private static Rated best(List<Rated> candidates) {
    Rated best = candidates.get(0);
    for (Rated rated : candidates) {
      best = rated.score() > best.score() ? rated : best;
    }
    return best;
  }

  private static Rated rated(Encoding candidate, byte[] words, Optional<Encoding> declared) {
    double fit = Plausibility.of(candidate, words);
    double structure = Encoding.MULTI_BYTE.contains(candidate) ? STRUCTURE_BONUS : 0;
    if (!declared.equals(Optional.of(candidate))) {
      return new Rated(candidate, fit + structure, fit);
    }
    double bonus = DECLARED_BONUS + DECLARED_WEIGHT / (8 + beyondAscii(words));
    return new Rated(candidate, fit + structure + bonus, 1 - (1 - fit) / 2);
  }

  private static int beyondAscii(byte[] words) {
    int count = 0;
    for (byte b : words) {
      count += b < 0 ? 1 : 0;
    }
    return count;
  }

  /** Whether ASCII bytes switch to Japanese and back, as ISO-2022-JP does. */
  private static boolean hasEscapes(byte[] bytes, int length) {
    for (int i = 0; i + 2 < length; i++) {
      if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
        String text = new String(bytes, 0, length, Encoding.ISO_2022_JP.charset());
        return text.indexOf('\uFFFD') < 0 && !text.equals(ascii(bytes, length));
      }
    }
    return false;
  }

  private static String ascii(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }

  private static boolean startsWith(byte[] bytes, int length, int... mark) {
    if (length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
