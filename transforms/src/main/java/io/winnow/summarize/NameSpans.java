package io.winnow.summarize;

import io.winnow.text.CharKinds;

/**
 * Finds where names stand: up to six words that begin with a capital, a blank between them, the
 * first of at least three letters.
 */
final class NameSpans {
  private static final int MAX_MORE_WORDS = 5;

  /** Characters of a word behind its capital. */
  private static final int MAX_REST = 40;

  private NameSpans() {}

  /** Where the first name from there on begins; -1 if there is none. */
  static int next(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      if (isCapital(text, at) && hasRest(text, at, 2)) {
        return at;
      }
    }
    return -1;
  }

  /** Where the name ends that begins there. */
  static int end(String text, int at) {
    int end = restEnd(text, at);
    for (int more = 0; more < MAX_MORE_WORDS; more++) {
      boolean word =
          end + 1 < text.length()
              && text.charAt(end) == ' '
              && isCapital(text, end + 1)
              && hasRest(text, end + 1, 1);
      if (!word) {
        break;
      }
      end = restEnd(text, end + 1);
    }
    return end;
  }

  private static boolean isCapital(String text, int at) {
    return CharKinds.is(text.charAt(at), CharKinds.UPPER | CharKinds.SURROGATE)
        && Character.getType(text.codePointAt(at)) == Character.UPPERCASE_LETTER;
  }

  private static boolean hasRest(String text, int capital, int least) {
    int at = capital + Character.charCount(text.codePointAt(capital));
    for (int i = 0; i < least; i++) {
      if (at >= text.length() || !isRest(text.codePointAt(at))) {
        return false;
      }
      at += Character.charCount(text.codePointAt(at));
    }
    return true;
  }

  private static int restEnd(String text, int capital) {
    int at = capital + Character.charCount(text.codePointAt(capital));
    for (int i = 0; i < MAX_REST && at < text.length(); i++) {
      int codePoint = text.codePointAt(at);
      if (!isRest(codePoint)) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static boolean isRest(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '\'' || c == '-';
    }
    return c == '’'
        || switch (Character.getType(c)) {
          case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.MODIFIER_LETTER,
              Character.OTHER_LETTER,
              Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }
}
