package io.winnow.story;

import java.util.Locale;

/**
 * A word in Latin letters.
 *
 * @param begins whether a sentence begins with it
 */
record Token(String text, int start, int end, boolean begins) {
  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  boolean isCapitalized() {
    return Character.isUpperCase(text.charAt(0));
  }

  boolean hasDigit() {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** A number with or without points: {@code 2.5}, {@code 3}. */
  boolean isNumber() {
    return text.chars().allMatch(c -> Character.isDigit(c) || c == '.');
  }

  /** Capitals alone, at least two. */
  boolean isCapitals() {
    return text.length() > 1 && text.chars().allMatch(Character::isUpperCase);
  }

  /** Letters and digits, or a capital after a small letter: {@code GPT-5}, {@code OpenClaw}. */
  boolean isCoined() {
    boolean letter = false;
    boolean digit = false;
    boolean upper = false;
    boolean inner = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letter |= Character.isLetter(c);
      digit |= Character.isDigit(c);
      upper |= Character.isUpperCase(c);
      inner |= i > 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
    }
    return letter && (inner || (digit && upper));
  }
}
