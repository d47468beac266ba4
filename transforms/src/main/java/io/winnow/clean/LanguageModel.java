package io.winnow.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Asks the statistical model of 103 languages, which is loaded when the first text needs it. */
final class LanguageModel {
  private static final LanguageDetectorModel MODEL = load();

  /** A detector belongs to one thread. */
  private static final ThreadLocal<LanguageDetectorME> DETECTOR =
      ThreadLocal.withInitial(() -> new LanguageDetectorME(MODEL));

  private LanguageModel() {}

  /** Probability of each language, by the model's own code. */
  static Map<String, Double> probabilities(String text) {
    Map<String, Double> probabilities = new HashMap<>();
    for (opennlp.tools.langdetect.Language language : DETECTOR.get().predictLanguages(text)) {
      probabilities.put(language.getLang(), language.getConfidence());
    }
    return probabilities;
  }

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
