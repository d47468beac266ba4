package io.winnow.clean;

import java.lang.Character.UnicodeScript;
import java.util.Map;

/** Letters of a text by script. */
record ScriptCount(int han, int kana, int hangul, int latin, int other, UnicodeScript otherScript) {
  private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();

  /** Every version of Java that is supported knows the ideographs up to here as letters. */
  private static final int LAST_COMMON_HAN = 0x9FEF;

  private static final Map<UnicodeScript, String> CODES =
      Map.ofEntries(
          Map.entry(UnicodeScript.CYRILLIC, "Cyrl"),
          Map.entry(UnicodeScript.ARABIC, "Arab"),
          Map.entry(UnicodeScript.GREEK, "Grek"),
          Map.entry(UnicodeScript.HEBREW, "Hebr"),
          Map.entry(UnicodeScript.THAI, "Thai"),
          Map.entry(UnicodeScript.DEVANAGARI, "Deva"),
          Map.entry(UnicodeScript.ARMENIAN, "Armn"),
          Map.entry(UnicodeScript.GEORGIAN, "Geor"),
          Map.entry(UnicodeScript.TAMIL, "Taml"),
          Map.entry(UnicodeScript.TELUGU, "Telu"),
          Map.entry(UnicodeScript.KANNADA, "Knda"),
          Map.entry(UnicodeScript.MALAYALAM, "Mlym"),
          Map.entry(UnicodeScript.GUJARATI, "Gujr"),
          Map.entry(UnicodeScript.GURMUKHI, "Guru"),
          Map.entry(UnicodeScript.SINHALA, "Sinh"),
          Map.entry(UnicodeScript.MYANMAR, "Mymr"),
          Map.entry(UnicodeScript.BENGALI, "Beng"));

  static ScriptCount of(String text) {
    int[] counts = counts(text);
    int han = take(counts, UnicodeScript.HAN) + take(counts, UnicodeScript.BOPOMOFO);
    int kana = take(counts, UnicodeScript.HIRAGANA) + take(counts, UnicodeScript.KATAKANA);
    int hangul = take(counts, UnicodeScript.HANGUL);
    int latin = take(counts, UnicodeScript.LATIN);
    take(counts, UnicodeScript.COMMON);
    int other = 0;
    int most = 0;
    UnicodeScript script = UnicodeScript.COMMON;
    for (int i = 0; i < counts.length; i++) {
      other += counts[i];
      if (counts[i] > most) {
        most = counts[i];
        script = SCRIPTS[i];
      }
    }
    return new ScriptCount(han, kana, hangul, latin, other, script);
  }

  /** ISO 15924 of {@link #otherScript}; {@code Zyyy} where no language of it is known. */
  String otherScriptCode() {
    return CODES.getOrDefault(otherScript, "Zyyy");
  }

  int letters() {
    return han + kana + hangul + latin + other;
  }

  /** Letters of each script, by its ordinal. */
  private static int[] counts(String text) {
    int[] counts = new int[SCRIPTS.length];
    int ascii = 0;
    int han = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.charAt(i);
      if (c < 0x80) {
        ascii += (c | 32) >= 'a' && (c | 32) <= 'z' ? 1 : 0;
        i++;
      } else if (c >= 0x4E00 && c <= LAST_COMMON_HAN) {
        han++;
        i++;
      } else {
        c = text.codePointAt(i);
        counts[UnicodeScript.of(c).ordinal()] += Character.isLetter(c) ? 1 : 0;
        i += Character.charCount(c);
      }
    }
    counts[UnicodeScript.LATIN.ordinal()] += ascii;
    counts[UnicodeScript.HAN.ordinal()] += han;
    return counts;
  }

  private static int take(int[] counts, UnicodeScript script) {
    int count = counts[script.ordinal()];
    counts[script.ordinal()] = 0;
    return count;
  }
}
