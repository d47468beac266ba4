package io.winnow.summarize;

/** What makes a sentence less fit, or unfit, to stand in a summary. */
enum Flaw {
  /** A salutation, thanks or a farewell. */
  GREETING(0),
  /** A request to the reader, an advertisement, a right reserved. */
  PROMOTION(0),
  /** A web address and hardly a word beside it. */
  ADDRESS(0),
  /** Who wrote something and when, and no more. */
  BYLINE(0),
  /** Too few words to say anything. */
  EMPTY(0),
  /** The title again. */
  TITLE(0),
  /** A question: it states nothing. */
  QUESTION(0),
  /** Ends in a colon or dash: what it announces is missing. */
  ANNOUNCEMENT(0),
  /** A line of prose without a stop among lines that have one: a heading that lost its mark. */
  HEADING(0),
  /** Hangs on the sentence before by a connective or pronoun. */
  DEPENDENT(0.9),
  /** Names its subject by a word for a thing named before. */
  POINTING(0.95),
  /** Answers a question. */
  ANSWER(0.85),
  /** Talk about the text, its pictures, its readers. */
  GUIDE(0.3),
  /** Talk about the text that says what it states. */
  SELF(0.8),
  /** Prepares a statement and makes none. */
  HOOK(0.45),
  /** Praise that says nothing of what is praised. */
  PRAISE(0.75),
  /** Holds a web address. */
  LINKED(0.4),
  /** A quotation or bracket that does not open or close. */
  BROKEN(0.5),
  /** Sounds of speech. */
  SPOKEN(0.5),
  /** A chain of words joined by arrows or bars. */
  CHAIN(0.4),
  /** A paragraph of a few words: a heading with a stop. */
  BRIEF(0.4),
  /** So few words that little is said. */
  SHORT(0.7),
  /** Begins with the label of a speaker. */
  LABELLED(0.6),
  /** An item that completes a sentence which is not told. */
  ITEM_OF(0.6),
  /** Begins with a label and a colon. */
  TAGGED(0.8),
  /** Somebody's words, from the first on. */
  QUOTED(0.8),
  /** Trails off. */
  TRAILING(0.6),
  /** Emphasis, code or other markup inside. */
  MARKED(0.85);

  private final double keeps;

  Flaw(double keeps) {
    this.keeps = keeps;
  }

  /** Whether such a sentence stands in a summary only where the text has no other. */
  boolean excludes() {
    return keeps == 0;
  }

  /** Share of its merit that a sentence with this flaw keeps. */
  double keeps() {
    return keeps;
  }
}
