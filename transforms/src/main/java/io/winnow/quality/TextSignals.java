package io.winnow.quality;

import java.util.List;

/** Measures a text by itself. */
final class TextSignals {
  private TextSignals() {}

  static Signals of(String text) {
    Signals signals = new Signals();
    List<TextLine> lines = TextLines.of(text);
    LineSignals.putInto(signals, text, lines);
    CharSignals.putInto(signals, text, lines);
    Words words = new Words(WordLists.bundled());
    Tokens tokens = Tokens.of(text, lines, words);
    words.putInto(signals);
    Ngrams ngrams = new Ngrams(tokens);
    for (int n = 2; n <= 4; n++) {
      signals.put("top_" + n + "gram_share", ngrams.topShare(n));
    }
    for (int n = 5; n <= 10; n++) {
      signals.put("duplicate_" + n + "gram_share", ngrams.duplicateShare(n));
    }
    return signals;
  }
}
