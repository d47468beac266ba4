package io.winnow.summarize;

/** The lists of wordings in {@code phrases.yaml} by which sentences are told apart. */
enum Manner {
  /** Opens salutations, thanks and farewells. */
  GREETING("greeting-opening", false),
  /** Stands in requests, advertisements and imprints. */
  PROMOTION("promotion", true),
  /** Stands in talk about the text. */
  GUIDE("guide", true),
  /** Opens what prepares a statement. */
  HOOK("hook-opening", false),
  /** Stands in what a text states, be it by talking of itself. */
  STATEMENT("statement", true),
  /** Stands in praise that says nothing. */
  PRAISE("praise", true),
  /** Opens what hangs on the sentence before. */
  DEPENDENT_OPENING("dependent-opening", false),
  /** Stands in what hangs on the sentence before. */
  DEPENDENT("dependent", true),
  /** Stands in what names its subject by a word for a thing named before. */
  POINTING("pointing", false),
  /** Opens what names its subject so. */
  POINTING_OPENING("pointing-opening", false),
  /** Sounds of speech. */
  FILLER("filler", true),
  /** Stands in what says who made what the text is about. */
  INTRODUCTION("introduction", true),
  /** Stands in statements that matter. */
  CUE("cue", true),
  /** Stands in what was so before, or is told of the teller, or is announced and not told. */
  BACKGROUND("background", true);

  private final String list;
  private final boolean words;

  Manner(String list, boolean words) {
    this.list = list;
    this.words = words;
  }

  /** Name of the list. */
  String list() {
    return list;
  }

  /** Whether its wordings begin where words begin, in a script that has words. */
  boolean beginsWords() {
    return words;
  }

  int bit() {
    return 1 << ordinal();
  }

  static int bits(Manner... manners) {
    int bits = 0;
    for (Manner manner : manners) {
      bits |= manner.bit();
    }
    return bits;
  }
}
