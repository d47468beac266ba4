package io.winnow.page;

import org.jspecify.annotations.Nullable;

/** Tells by its script in which of the two languages of our pages a line is, where it is plain. */
final class ScriptOf {
  /** Shorter ones are names, which a Chinese text has too. */
  private static final int MIN_LATIN = 20;

  /** A Chinese sentence may hold this many Latin letters for each character. */
  private static final int LATIN_A_HAN = 4;

  private ScriptOf() {}

  /**
   * The other language, zh or en, where the text is in it: Han without kana or Hangul, or ASCII
   * letters in words; null where it is in that of the page, in both, or in neither.
   */
  static @Nullable String other(String text, String lang) {
    int han = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!Character.isLetter(c)) {
        continue;
      }
      if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
        han++;
      } else if (c < 0x80) {
        latin++;
      } else {
        return null;
      }
    }
    if (lang.equals("zh")) {
      return han == 0 && latin >= MIN_LATIN ? "en" : null;
    }
    return han > 0 && han * LATIN_A_HAN >= latin ? "zh" : null;
  }
}
