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
    Ngrams.putInto(signals, tokens);
    return signals;
  }
}
