package io.winnow.read;

/**
 * Counts the characters beyond ASCII that bytes hold as UTF-8 (RFC 3629: no overlong forms, no
 * surrogates), and the places where they are none. A character cut off at the very end counts as
 * neither.
 */
record Utf8Tally(long valid, long malformed) {

  static Utf8Tally of(byte[] bytes, int length) {
    return of(bytes, 0, length);
  }

  static Utf8Tally of(byte[] bytes, int from, int to) {
    long valid = 0;
    long malformed = 0;
    int i = from;
    while (i < to) {
      int lead = bytes[i];
      if (lead >= 0) {
        i++;
        continue;
      }
      int size = size(lead & 0xFF);
      int good = good(bytes, i, Math.min(to, i + size));
      if (size > 1 && good == size) {
        valid++;
      } else if (size == 1 || i + good < to) {
        malformed++;
      }
      i += good;
    }
    return new Utf8Tally(valid, malformed);
  }

  /** Whether all of a range is UTF-8, its last character, too. */
  static boolean isStrict(byte[] bytes, int from, int to) {
    for (int i = from; i < to; ) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int size = size(bytes[i] & 0xFF);
      if (size == 1 || i + size > to || good(bytes, i, i + size) < size) {
        return false;
      }
      i += size;
    }
    return true;
  }

  /** Confidence that this is UTF-8: 1 when nothing is malformed, else the share that is valid. */
  double confidence() {
    return malformed == 0 ? 1 : 0.99 * valid / (valid + malformed);
  }

  /** Bytes of the character that begins with {@code lead}; 1 where none can. */
  private static int size(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
  }

  /** How many bytes from {@code at} on may stand there, at least 1. */
  private static int good(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xFF;
    for (int i = at + 1; i < end; i++) {
      int b = bytes[i] & 0xFF;
      int from = i > at + 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      int to = i > at + 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
      if (b < from || b > to) {
        return i - at;
      }
    }
    return end - at;
  }
}
