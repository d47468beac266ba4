package io.winnow.clean;

import io.winnow.text.Scripts;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells apart the languages that share a script: by their frequent words where these decide, else
 * by words, letters and the statistical model together. Languages that are rarely written are told
 * only where there is much text, for a title in English looks like Latin to any model.
 */
final class SharedScript {
  private static final int MAX_MODEL_CHARS = 600;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’]\\p{L}+)?");

  /** Share of frequent words from which they alone decide, and how far ahead they must be. */
  private static final double DECISIVE_SHARE = 0.16;

  private static final double DECISIVE_LEAD = 2;
  private static final int DECISIVE_WORDS = 8;

  /** The model is unsure of short texts: its say is weighed more than its probability tells. */
  private static final double MODEL_WEIGHT = 12;

  private static final double WORD_WEIGHT = 2;
  private static final double MAX_WORDS = 6;
  private static final double FOREIGN_LETTER = 3;
  private static final int MAX_FOREIGN = 4;
  private static final double DECLARED = 5;
  private static final double RARE = 14;
  private static final int ENOUGH_LETTERS = 300;

  /** How much more, or less, than its neighbours a language is written on the net, in logits. */
  private static final Map<String, Double> PRIOR =
      Map.of("en", 2.5, "de", 0.3, "fr", 0.3, "es", 0.3, "ru", 2.0, "be", -1.0, "mk", -1.0);

  /** Below this nothing is told. */
  private static final double MIN_CONFIDENCE = 0.4;

  private static final double NOTHING = 1e-9;

  private static final Map<String, String> ISO_639_1 = isoCodes();

  private final UnicodeScript script;
  private final String scriptCode;
  private final String text;
  private final int letters;

  /** What frequent words say for each language, by its place in {@link KnownLanguage#ALL}. */
  private final double[] words = new double[KnownLanguage.ALL.size()];

  private int allWords;

  private SharedScript(UnicodeScript script, String scriptCode, String text, int letters) {
    this.script = script;
    this.scriptCode = scriptCode;
    this.text = text;
    this.letters = letters;
  }

  /**
   * The language of a text most of whose letters are of {@code script}.
   *
   * @param letters letters of the script in it
   * @param declared the language that its source declares for it
   */
  static Language of(
      String text, UnicodeScript script, String code, int letters, @Nullable String declared) {
    SharedScript shared =
        new SharedScript(script, code, text.toLowerCase(Locale.ROOT).replace('’', '\''), letters);
    shared.countWords();
    Language byWords = shared.byWords();
    if (byWords != null) {
      return byWords;
    }
    return shared.isName() ? new Language("und", code, 0) : shared.byAll(declared);
  }

  /** One word in Latin letters is a name more often than not. */
  private boolean isName() {
    return script == UnicodeScript.LATIN && allWords < 2;
  }

  private void countWords() {
    WordTable table = WordTable.of(scriptCode);
    for (int at = 0; at < text.length(); ) {
      int first = text.codePointAt(at);
      int from = at;
      int hash = 0;
      for (int c = first; isOfWord(c); c = codePoint(at)) {
        for (int end = at + Character.charCount(c); at < end; at++) {
          hash = 31 * hash + text.charAt(at);
        }
      }
      if (at == from) {
        at += Character.charCount(first);
        continue;
      }
      if (codePoint(at) == '\'' && Character.isLetter(codePoint(at + 1))) {
        hash = 31 * hash + '\'';
        at++;
        for (int c = codePoint(at); Character.isLetter(c); c = codePoint(at)) {
          for (int end = at + Character.charCount(c); at < end; at++) {
            hash = 31 * hash + text.charAt(at);
          }
        }
      }
      if (isOfScript(first)) {
        count(table.find(text, from, at, hash));
      }
    }
  }

  private void count(WordTable.@Nullable Entry word) {
    allWords++;
    if (word != null) {
      for (int language : word.languages()) {
        words[language] += word.weight();
      }
    }
  }

  private int codePoint(int at) {
    return at < text.length() ? text.codePointAt(at) : 0;
  }

  private boolean isOfScript(int letter) {
    return letter >= 'a' && letter <= 'z'
        ? script == UnicodeScript.LATIN
        : UnicodeScript.of(letter) == script;
  }

  /** What {@link #WORD} takes for letters and marks. */
  private static boolean isOfWord(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> Character.isLetter(c);
    };
  }

  private boolean isOfScript(KnownLanguage language) {
    return language.script().equals(scriptCode);
  }

  private @Nullable Language byWords() {
    String best = null;
    double most = 0;
    double second = 0;
    for (int language : KnownLanguage.BY_CODE) {
      if (words[language] > most) {
        second = most;
        most = words[language];
        best = KnownLanguage.ALL.get(language).code();
      } else {
        second = Math.max(second, words[language]);
      }
    }
    double share = most / Math.max(1, allWords);
    return best != null
            && allWords >= DECISIVE_WORDS
            && share >= DECISIVE_SHARE
            && most >= DECISIVE_LEAD * second
        ? new Language(best, scriptCode, Language.round(Math.min(1, 0.8 + share / 2)))
        : null;
  }

  private Language byAll(@Nullable String declared) {
    Map<String, Double> model =
        LanguageModel.probabilities(ownWords(Scripts.head(text, MAX_MODEL_CHARS)));
    Map<String, Double> scores = new TreeMap<>();
    Map<String, Double> rest = new HashMap<>(model);
    for (int i = 0; i < words.length; i++) {
      KnownLanguage language = KnownLanguage.ALL.get(i);
      language.modelCodes().forEach(rest::remove);
      if (isOfScript(language)) {
        double probability =
            language.modelCodes().stream()
                .mapToDouble(code -> model.getOrDefault(code, 0.0))
                .max()
                .orElse(0);
        scores.put(language.code(), score(probability) + evidence(language, words[i]));
      }
    }
    double rare = 1 + RARE * Math.max(0, 1 - (double) letters / ENOUGH_LETTERS);
    rest.forEach(
        (code, probability) -> {
          String iso = ISO_639_1.get(code);
          if (iso != null && ModelScripts.of(code).equals(scriptCode)) {
            scores.merge(iso, score(probability) - rare, Math::max);
          }
        });
    if (declared != null) {
      scores.computeIfPresent(declared, (code, score) -> score + DECLARED);
    }
    return best(scores);
  }

  private static double score(double probability) {
    return MODEL_WEIGHT * Math.log(probability + NOTHING);
  }

  private double evidence(KnownLanguage language, double own) {
    long foreign =
        text.codePoints()
            .filter(c -> KnownLanguage.TELLING_LETTERS.contains(c))
            .filter(c -> UnicodeScript.of(c) == script && !language.letters().contains(c))
            .limit(MAX_FOREIGN)
            .count();
    return WORD_WEIGHT * Math.min(MAX_WORDS, own)
        - FOREIGN_LETTER * foreign
        + PRIOR.getOrDefault(language.code(), 0.0);
  }

  private Language best(Map<String, Double> scores) {
    String best = "und";
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> score : scores.entrySet()) {
      if (score.getValue() > most) {
        most = score.getValue();
        best = score.getKey();
      }
    }
    double all = 0;
    for (double score : scores.values()) {
      all += Math.exp(score - most);
    }
    double confidence = scores.isEmpty() ? 0 : 1 / all;
    return confidence < MIN_CONFIDENCE
        ? new Language("und", scriptCode, 0)
        : new Language(best, scriptCode, Language.round(confidence));
  }

  /** The words of the script; names and terms in another one mislead the model. */
  private String ownWords(String head) {
    StringBuilder own = new StringBuilder(head.length());
    Matcher word = WORD.matcher(head);
    while (word.find()) {
      if (UnicodeScript.of(word.group().codePointAt(0)) == script) {
        own.append(word.group()).append(' ');
      }
    }
    return own.toString();
  }

  private static Map<String, String> isoCodes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(new Locale(code).getISO3Language(), current(code));
    }
    codes.put("plt", "mg");
    codes.put("lvs", "lv");
    codes.put("ekk", "et");
    return Map.copyOf(codes);
  }

  /** Old Java spells three languages as ISO did until 1989. */
  private static String current(String code) {
    return switch (code) {
      case "iw" -> "he";
      case "in" -> "id";
      case "ji" -> "yi";
      default -> code;
    };
  }
}
