package io.winnow.clean;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** Letters of a text by script. */
record ScriptCount(int han, int kana, int hangul, int latin, int other, String otherScript) {
  private static final Map<UnicodeScript, String> CODES =
      Map.of(
          UnicodeScript.CYRILLIC, "Cyrl",
          UnicodeScript.ARABIC, "Arab",
          UnicodeScript.GREEK, "Grek",
          UnicodeScript.HEBREW, "Hebr",
          UnicodeScript.THAI, "Thai",
          UnicodeScript.DEVANAGARI, "Deva",
          UnicodeScript.ARMENIAN, "Armn",
          UnicodeScript.GEORGIAN, "Geor",
          UnicodeScript.TAMIL, "Taml",
          UnicodeScript.BENGALI, "Beng");

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
    String script = "Zyyy";
    for (Map.Entry<UnicodeScript, Integer> count : counts.entrySet()) {
      other += count.getValue();
      if (count.getValue() > most) {
        most = count.getValue();
        script = CODES.getOrDefault(count.getKey(), "Zyyy");
      }
    }
    return new ScriptCount(han, kana, hangul, latin, other, script);
  }

  int letters() {
    return han + kana + hangul + latin + other;
  }

  private static int take(Map<UnicodeScript, Integer> counts, UnicodeScript script) {
    Integer count = counts.remove(script);
    return count == null ? 0 : count;
  }
}
