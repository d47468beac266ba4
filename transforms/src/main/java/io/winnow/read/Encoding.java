package io.winnow.read;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A charset as dumps use it: what pages call one name is decoded by the superset that their authors
 * really wrote.
 *
 * @param name IANA name, for the column {@code charset}
 * @param charset what decodes it
 * @param unitBytes bytes of one unit: 1, or 2 and 4 for UTF-16 and UTF-32
 */
record Encoding(String name, Charset charset, int unitBytes) {
  static final Encoding UTF_8 = of("UTF-8", "UTF-8", 1);
  static final Encoding UTF_16LE = of("UTF-16LE", "UTF-16LE", 2);
  static final Encoding UTF_16BE = of("UTF-16BE", "UTF-16BE", 2);
  static final Encoding UTF_32LE = of("UTF-32LE", "UTF-32LE", 4);
  static final Encoding UTF_32BE = of("UTF-32BE", "UTF-32BE", 4);
  static final Encoding ISO_2022_JP = of("ISO-2022-JP", "ISO-2022-JP", 1);

  static final Encoding GB18030 = of("GB18030", "GB18030", 1);
  static final Encoding WINDOWS_1252 = of("windows-1252", "windows-1252", 1);

  /** Charsets with characters of several bytes, each decoded by its largest superset. */
  static final List<Encoding> MULTI_BYTE =
      List.of(
          GB18030,
          of("Big5", "x-MS950-HKSCS", 1),
          of("Shift_JIS", "windows-31j", 1),
          of("EUC-JP", "x-eucJP-Open", 1),
          of("EUC-KR", "x-windows-949", 1));

  /** Charsets with one byte a character; the earlier wins where two say the same. */
  static final List<Encoding> SINGLE_BYTE =
      List.of(
          WINDOWS_1252,
          of("windows-1251", "windows-1251", 1),
          of("KOI8-R", "KOI8-R", 1),
          of("KOI8-U", "KOI8-U", 1),
          of("windows-1250", "windows-1250", 1),
          of("ISO-8859-2", "ISO-8859-2", 1),
          of("windows-1253", "windows-1253", 1),
          of("windows-1254", "windows-1254", 1),
          of("windows-1255", "windows-1255", 1),
          of("windows-1256", "windows-1256", 1),
          of("windows-1257", "windows-1257", 1),
          of("ISO-8859-5", "ISO-8859-5", 1),
          of("windows-874", "x-windows-874", 1));

  /**
   * What browsers make of the labels of pages where it is not the charset of that very name; see
   * the WHATWG Encoding Standard, section 4.2.
   */
  private static final Map<String, String> LABELS = labels();

  private static Encoding of(String name, String javaName, int unitBytes) {
    return new Encoding(name, Charset.forName(javaName), unitBytes);
  }

  /** The encoding that a page or feed means by {@code label}; empty where nobody knows it. */
  static Optional<Encoding> named(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    String known = LABELS.getOrDefault(name, name);
    for (List<Encoding> group : List.of(List.of(UTF_8, ISO_2022_JP), MULTI_BYTE, SINGLE_BYTE)) {
      for (Encoding encoding : group) {
        if (encoding.name.equalsIgnoreCase(known)) {
          return Optional.of(encoding);
        }
      }
    }
    return isAsciiSafe(known)
        ? Optional.of(new Encoding(Charset.forName(known).name(), Charset.forName(known), 1))
        : Optional.empty();
  }

  /** The encoding whose {@link #name} it is. */
  static Encoding ofName(String name) {
    for (Encoding wide : List.of(UTF_16LE, UTF_16BE, UTF_32LE, UTF_32BE)) {
      if (wide.name.equals(name)) {
        return wide;
      }
    }
    return named(name)
        .filter(encoding -> encoding.name.equals(name))
        .orElseThrow(() -> new IllegalArgumentException("no encoding of ours: " + name));
  }

  /**
   * The text of the bytes; what is no character becomes U+FFFD. Single lines that are evidently in
   * another charset are read in that, see {@link MixedLines}.
   */
  String decode(byte[] bytes, int from, int to) {
    if (equals(UTF_8)) {
      String text = plain(bytes, from, to);
      return text.indexOf('\uFFFD') < 0 ? text : MixedLines.decode(this, bytes, from, to);
    }
    return MULTI_BYTE.contains(this) || SINGLE_BYTE.contains(this)
        ? MixedLines.decode(this, bytes, from, to)
        : plain(bytes, from, to);
  }

  /** The text of the bytes in this charset alone. */
  String plain(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, charset);
  }

  /** Whether a unit's first byte is its highest. */
  boolean isBigEndian() {
    return name.endsWith("BE");
  }

  /** Whether it was made for Japanese. */
  boolean isJapanese() {
    return name.equals("Shift_JIS") || name.endsWith("-JP");
  }

  /** Whether Java can decode it and a label read in ASCII can be true. */
  private static boolean isAsciiSafe(String name) {
    try {
      return Charset.isSupported(name)
          && Arrays.equals(
              "<a>\n".getBytes(Charset.forName(name)), new byte[] {'<', 'a', '>', '\n'});
    } catch (IllegalArgumentException | UnsupportedOperationException noCharsetName) {
      return false;
    }
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    alias(labels, "UTF-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8");
    alias(labels, "GB18030", "gb2312", "gbk", "gb_2312-80", "gb_2312", "cp936", "ms936", "x-gbk");
    alias(labels, "GB18030", "chinese", "csgb2312", "iso-ir-58", "euc-cn", "windows-936");
    alias(labels, "Big5", "big5-hkscs", "big5hkscs", "cn-big5", "x-x-big5", "csbig5", "cp950");
    alias(labels, "Shift_JIS", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932");
    alias(labels, "EUC-JP", "x-euc-jp", "eucjp", "cseucpkdfmtjapanese");
    alias(labels, "EUC-KR", "euckr", "ks_c_5601-1987", "ksc5601", "ks_c_5601", "korean", "cp949");
    alias(labels, "EUC-KR", "windows-949", "uhc", "x-windows-949");
    alias(labels, "windows-1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1");
    alias(labels, "windows-1252", "us-ascii", "ascii", "cp1252", "x-cp1252", "l1", "ansi");
    alias(labels, "windows-1254", "iso-8859-9", "iso8859-9", "latin5", "cp1254");
    alias(labels, "windows-1250", "cp1250", "x-cp1250");
    alias(labels, "windows-1251", "cp1251", "x-cp1251");
    alias(labels, "ISO-8859-2", "iso8859-2", "latin2", "iso_8859-2");
    alias(labels, "KOI8-R", "koi8", "koi", "koi8_r");
    alias(labels, "windows-874", "tis-620", "iso-8859-11");
    return Map.copyOf(labels);
  }

  private static void alias(Map<String, String> labels, String name, String... others) {
    for (String other : others) {
      labels.put(other, name);
    }
  }
}
