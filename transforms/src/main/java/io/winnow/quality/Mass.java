package io.winnow.quality;

import io.winnow.text.Scripts;

/**
 * How much a text says: letters and digits, where one of a script without spaces counts as much as
 * three others. So a line, a link or a page weighs about the same in Chinese and in English.
 */
final class Mass {
  /** What a character of a script without spaces weighs. */
  static final int UNSPACED = 3;

  private Mass() {}

  static int of(CharSequence text) {
    return of(text, 0, text.length());
  }

  static int of(CharSequence text, int from, int to) {
    int mass = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        mass += (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9' ? 1 : 0;
      } else if (Character.isLetterOrDigit(c)) {
        mass += Scripts.isCjk(c) ? UNSPACED : 1;
      }
    }
    return mass;
  }
}
