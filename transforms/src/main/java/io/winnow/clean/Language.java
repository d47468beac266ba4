package io.winnow.clean;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Language of a text: by script where the script decides (Chinese, Japanese, Korean and others), by
 * common words or a statistical model for the alphabets that many languages share.
 *
 * @param code ISO 639-1, or {@code und} where there is nothing to go by
 * @param script ISO 15924; {@code Zyyy} with {@code und}
 * @param confidence 0 to 1
 */
record Language(String code, String script, double confidence) {
  private static final Language UNKNOWN = new Language("und", "Zyyy", 0);
  private static final int MAX_CHARS = 20_000;
  private static final int MAX_MODEL_CHARS = 2_000;
  private static final int MIN_LETTERS = 3;

  /** A Latin word carries about as much as two Han characters. */
  private static final double LATIN_LETTERS_PER_HAN = 3.0;

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "in", "is", "that", "it", "for", "with", "as", "was", "on",
          "are", "this", "you", "be", "at", "have", "not", "we", "they", "from", "or", "an", "by");
  private static final double ENGLISH_SHARE = 0.16;

  /** The language of a cleaned text. */
  static Language of(String text) {
    String head = Scripts.head(text, MAX_CHARS);
    ScriptCount count = ScriptCount.of(head);
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
      return new Language("zh", hanScript(head), round(count.han() / all));
    }
    return count.latin() > count.other() ? latin(head) : byModel(head, count.otherScript());
  }

  private static Language latin(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+");
    long common = java.util.Arrays.stream(words).filter(ENGLISH::contains).count();
    double share = words.length == 0 ? 0 : (double) common / words.length;
    if (words.length >= 5 && share >= ENGLISH_SHARE) {
      return new Language("en", "Latn", round(Math.min(1, 0.8 + share / 2)));
    }
    return byModel(text, "Latn");
  }

  private static Language byModel(String text, String script) {
    opennlp.tools.langdetect.Language best =
        Model.DETECTOR.get().predictLanguage(Scripts.head(text, MAX_MODEL_CHARS));
    String code = ISO_639_1.getOrDefault(best.getLang(), "und");
    return new Language(code, script, code.equals("und") ? 0 : round(best.getConfidence()));
  }

  private static String hanScript(String text) {
    int traditional = 0;
    int simplified = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Scripts.isHan(c)) {
        traditional += Folding.simplify(c) != c ? 1 : 0;
        simplified += Simplified.FORMS.get(c) ? 1 : 0;
      }
    }
    return traditional > simplified ? "Hant" : "Hans";
  }

  private static double round(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  /** Characters that only simplification makes. */
  private static final class Simplified {
    static final BitSet FORMS = forms();

    private static BitSet forms() {
      BitSet forms = new BitSet();
      for (int c = 0x4E00; c <= 0x9FFF; c++) {
        int simple = Folding.simplify(c);
        if (simple != c) {
          forms.set(simple);
        }
      }
      return forms;
    }
  }

  /** The model, loaded when the first text needs it; a detector belongs to one thread. */
  private static final class Model {
    static final LanguageDetectorModel MODEL = load();
    static final ThreadLocal<LanguageDetectorME> DETECTOR =
        ThreadLocal.withInitial(() -> new LanguageDetectorME(MODEL));

    private static LanguageDetectorModel load() {
      try (InputStream in = LanguageDetectorME.class.getResourceAsStream("/langdetect-183.bin")) {
        if (in == null) {
          throw new IllegalStateException("the class path lacks the language model");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final Map<String, String> ISO_639_1 = isoCodes();

  private static Map<String, String> isoCodes() {
    Map<String, String> codes = new java.util.HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
    }
    codes.put("cmn", "zh");
    codes.put("pes", "fa");
    codes.put("lvs", "lv");
    codes.put("ekk", "et");
    codes.put("nob", "nb");
    codes.put("plt", "mg");
    return Map.copyOf(codes);
  }
}
