package io.winnow.story;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A word in Latin letters. */
final class Token {
  private final String text;
  private final int start;
  private final int end;
  private final boolean begins;
  private final boolean coined;
  private @Nullable String lower;

  /**
   * @param begins whether a sentence begins with it
   */
  Token(String text, int start, int end, boolean begins) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.begins = begins;
    this.coined = isCoined(text, 0, text.length());
  }

  String text() {
    return text;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean begins() {
    return begins;
  }

  String lower() {
    String known = lower;
    if (known == null) {
      known = text.toLowerCase(Locale.ROOT);
      lower = known;
    }
    return known;
  }

  boolean isCapitalized() {
    return Character.isUpperCase(text.charAt(0));
  }

  /** A number with or without points: {@code 2.5}, {@code 3}. */
  boolean isNumber() {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i)) && text.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  /** Capitals alone, at least two. */
  boolean isCapitals() {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return text.length() > 1;
  }

  /** Letters and digits, or a capital after a small letter: {@code GPT-5}, {@code OpenClaw}. */
  boolean isCoined() {
    return coined;
  }

  /** The same of a word that stands in a text. */
  static boolean isCoined(String text, int from, int to) {
    boolean letter = false;
    boolean digit = false;
    boolean upper = false;
    boolean inner = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letter = true;
        continue;
      }
      letter |= Character.isLetter(c);
      digit |= Character.isDigit(c);
      boolean capital = Character.isUpperCase(c);
      upper |= capital;
      inner |= capital && i > from && Character.isLowerCase(text.charAt(i - 1));
    }
    return letter && (inner || (digit && upper));
  }
}
