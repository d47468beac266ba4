package io.winnow.read;

import org.jspecify.annotations.Nullable;

/** Bytes as text, without byte order mark; what is no character became U+FFFD. */
record Decoded(String text, CharsetGuess charset) {
  private static final int HEAD_BYTES = 1 << 14;
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
    if (looksLikeUtf8(bytes, length)) {
      String text = Encoding.UTF_8.plain(bytes, 0, length);
      if (asksNoMore(text)
          && (text.indexOf('\uFFFD') < 0 || Utf8Tally.of(bytes, length).malformed() == 0)) {
        return new Decoded(text, PLAIN_UTF_8);
      }
    }
    CharsetGuess charset = CharsetSniffer.guess(bytes, length, transportCharset);
    return new Decoded(charset.encoding().decode(bytes, charset.markBytes(), length), charset);
  }

  /** By its head; decoding what is full of malformed characters takes long. */
  private static boolean looksLikeUtf8(byte[] bytes, int length) {
    Utf8Tally head = Utf8Tally.of(bytes, Math.min(length, HEAD_BYTES));
    return head.malformed() <= head.valid();
  }

  /** What nearly all dumps are, told by one decoding: nothing in it asks more. */
  private static boolean asksNoMore(String text) {
    return text.indexOf('\0') < 0 && text.indexOf('\u001B') < 0 && !text.startsWith("\uFEFF");
  }
}
