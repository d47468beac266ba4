package io.winnow.clean;

import io.winnow.text.Scripts;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Language of a text: by script where the script decides (Chinese, Japanese, Korean and others),
 * else as {@link SharedScript} tells.
 *
 * @param code ISO 639-1, or {@code und} where there is too little to go by
 * @param script ISO 15924; {@code Zyyy} where there are no letters
 * @param confidence 0 to 1; 0 with {@code und}
 */
public record Language(String code, String script, double confidence) {
  private static final Language UNKNOWN = new Language("und", "Zyyy", 0);
  private static final int MAX_CHARS = 20_000;
  private static final int MIN_LETTERS = 3;

  /** A Latin word carries about as much as two Han characters. */
  private static final double LATIN_LETTERS_PER_HAN = 3.0;

  /** Texts in other alphabets hold more names and terms in Latin letters than the reverse. */
  private static final double LATIN_LETTERS_PER_OTHER = 2.0;

  /** One Han character in so many must be Japanese alone for a text without kana to be so. */
  private static final int HAN_PER_JAPANESE = 12;

  /** The language of a cleaned text. */
  public static Language of(String text) {
    return of(text, null);
  }

  /**
   * The language of a cleaned text.
   *
   * @param declared the BCP 47 tag that its source declares; heard only where the text leaves doubt
   */
  static Language of(String text, @Nullable String declared) {
    String head = Scripts.head(text, MAX_CHARS);
    ScriptCount count = ScriptCount.of(head);
    Locale hint = Locale.forLanguageTag(declared == null ? "und" : declared.replace('_', '-'));
    double cjk = count.han() + count.kana();
    double all = cjk + count.hangul() + count.latin() / LATIN_LETTERS_PER_HAN + count.other();
    if (count.letters() < MIN_LETTERS) {
      return UNKNOWN;
    }
    if (count.kana() > 0.1 * cjk && cjk > 0.3 * all) {
      return new Language("ja", "Jpan", round(cjk / all));
    }
    if (count.hangul() > 0.3 * all) {
      return new Language("ko", "Kore", round(count.hangul() / all));
    }
    if (count.han() > 0.25 * all) {
      return han(HanForms.of(head), count.han(), round(count.han() / all), hint);
    }
    return count.latin() / LATIN_LETTERS_PER_OTHER > count.other()
        ? SharedScript.of(head, UnicodeScript.LATIN, "Latn", count.latin(), hint.getLanguage())
        : other(head, count, hint);
  }

  private static Language other(String text, ScriptCount count, Locale hint) {
    UnicodeScript script = count.otherScript();
    String code = count.otherScriptCode();
    return code.equals("Zyyy")
        ? UNKNOWN
        : SharedScript.of(text, script, code, count.other(), hint.getLanguage());
  }

  private static Language han(HanForms forms, int han, double confidence, Locale hint) {
    boolean plain = forms.simplified() == 0 && forms.traditional() == 0;
    boolean mayBeJapanese =
        forms.japanese() * HAN_PER_JAPANESE >= han || hint.getLanguage().equals("ja");
    if (mayBeJapanese && forms.chinese() == 0) {
      return new Language("ja", "Jpan", confidence);
    }
    boolean traditional = plain ? isTraditional(hint) : forms.traditional() > forms.simplified();
    return new Language("zh", traditional ? "Hant" : "Hans", confidence);
  }

  private static boolean isTraditional(Locale hint) {
    return hint.getScript().equals("Hant")
        || hint.getScript().isEmpty()
            && switch (hint.getCountry()) {
              case "TW", "HK", "MO" -> true;
              default -> false;
            };
  }

  static double round(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
