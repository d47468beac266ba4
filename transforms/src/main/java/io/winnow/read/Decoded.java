package io.winnow.read;

import org.jspecify.annotations.Nullable;

/** Bytes as text, without byte order mark; what is no character became U+FFFD. */
record Decoded(String text, CharsetGuess charset) {
  private static final CharsetGuess PLAIN_UTF_8 = new CharsetGuess(Encoding.UTF_8, 1, 0);

  /** Decodes the first {@code length} bytes with the charset that they turn out to have. */
  static Decoded of(byte[] bytes, int length) {
    return of(bytes, length, null);
  }

  /**
   * Decodes the first {@code length} bytes with the charset that they turn out to have.
   *
   * @param transportCharset the label that came with the bytes, null where there is none; see
   *     {@link CharsetSniffer#guess}
   */
  static Decoded of(byte[] bytes, int length, @Nullable String transportCharset) {
    String text = Encoding.UTF_8.plain(bytes, 0, length);
    if (isEvidentlyUtf8(text)) {
      return new Decoded(text, PLAIN_UTF_8);
    }
    CharsetGuess charset = CharsetSniffer.guess(bytes, length, transportCharset);
    return new Decoded(charset.encoding().decode(bytes, charset.markBytes(), length), charset);
  }

  /** What nearly all dumps are, told by one decoding: nothing malformed, nothing that asks more. */
  private static boolean isEvidentlyUtf8(String text) {
    return text.indexOf('\uFFFD') < 0
        && text.indexOf('\0') < 0
        && text.indexOf('\u001B') < 0
        && !text.startsWith("\uFEFF");
  }
}
