package io.winnow.text;

/** Tells which characters are written without spaces between words. */
public final class Scripts {
  private static final int FIRST_COMMON_HAN = 0x4E00;
  private static final int LAST_COMMON_HAN = 0x9FEF;

  private Scripts() {}

  /** Whether the code point is a Han ideograph. */
  public static boolean isHan(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    return (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
        || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  /**
   * Whether the code point is a Han ideograph, kana or another letter of a script without spaces.
   */
  public static boolean isCjk(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    if (codePoint >= FIRST_COMMON_HAN && codePoint <= LAST_COMMON_HAN) {
      return true;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
      default -> false;
    };
  }

  /**
   * Letters and digits of the text that are {@link #isCjk}, as a share of all its letters and
   * digits.
   */
  public static double cjkShare(String text) {
    int cjk = 0;
    int all = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (Character.isLetterOrDigit(codePoint)) {
        all++;
        if (isCjk(codePoint)) {
          cjk++;
        }
      }
    }
    return all == 0 ? 0 : (double) cjk / all;
  }

  /** Code points of the text: the unit of every length and offset in the datasets. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** At most the first {@code max} code points of the text. */
  public static String head(String text, int max) {
    return text.length() <= max || length(text) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max));
  }
}
