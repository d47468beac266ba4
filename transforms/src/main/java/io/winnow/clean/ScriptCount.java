package io.winnow.clean;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** Letters of a text by script. */
record ScriptCount(int han, int kana, int hangul, int latin, int other, UnicodeScript otherScript) {
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
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
    int han = take(counts, UnicodeScript.HAN) + take(counts, UnicodeScript.BOPOMOFO);
    int kana = take(counts, UnicodeScript.HIRAGANA) + take(counts, UnicodeScript.KATAKANA);
    int hangul = take(counts, UnicodeScript.HANGUL);
    int latin = take(counts, UnicodeScript.LATIN);
    take(counts, UnicodeScript.COMMON);
    int other = 0;
    int most = 0;
    UnicodeScript script = UnicodeScript.COMMON;
    for (Map.Entry<UnicodeScript, Integer> count : counts.entrySet()) {
      other += count.getValue();
      if (count.getValue() > most) {
        most = count.getValue();
        script = count.getKey();
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

  private static int take(Map<UnicodeScript, Integer> counts, UnicodeScript script) {
    Integer count = counts.remove(script);
    return count == null ? 0 : count;
  }
}
