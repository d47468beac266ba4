package io.winnow.summarize;

/** What makes a sentence less fit, or unfit, to stand in a summary. */
enum Flaw {
  /** A salutation, thanks or a farewell. */
  GREETING(0, "a salutation, thanks or farewell"),
  /** A request to the reader, an advertisement, a right reserved. */
  PROMOTION(0, "a request to readers, or an advertisement"),
  /** A web address and hardly a word beside it. */
  ADDRESS(0, "hardly more than a web address"),
  /** Who wrote something and when, and no more. */
  BYLINE(0, "who wrote something and when, and no more"),
  /** Too few words to say anything. */
  EMPTY(0, "too few words to say anything"),
  /** The title again. */
  TITLE(0, "the title again"),
  /** A question: it states nothing. */
  QUESTION(0, "a question"),
  /** Ends in a colon or dash: what it announces is missing. */
  ANNOUNCEMENT(0, "announces what is missing then"),
  /** A line of prose without a stop among lines that have one: a heading that lost its mark. */
  HEADING(0, "a heading that lost its mark"),
  /** Hangs on the sentence before by a connective or pronoun. */
  DEPENDENT(0.9, "hangs on the sentence before"),
  /** Names its subject by a word for a thing named before. */
  POINTING(0.95, "names its subject by a word for a thing named before"),
  /** Answers a question. */
  ANSWER(0.85, "answers a question"),
  /** Talk about the text, its pictures, its readers. */
  GUIDE(0.3, "talk about the text, its pictures or readers"),
  /** Talk about the text that says what it states. */
  SELF(0.8, "talk about the text"),
  /** Prepares a statement and makes none. */
  HOOK(0.45, "prepares a statement and makes none"),
  /** Praise that says nothing of what is praised. */
  PRAISE(0.75, "praise"),
  /** Holds a web address. */
  LINKED(0.4, "holds a web address"),
  /** A quotation or bracket that does not open or close. */
  BROKEN(0.5, "a quotation or bracket is not closed"),
  /** Sounds of speech. */
  SPOKEN(0.5, "sounds of speech"),
  /** A chain of words joined by arrows or bars. */
  CHAIN(0.4, "words joined by arrows or bars"),
  /** A paragraph of a few words: a heading with a stop. */
  BRIEF(0.4, "a paragraph of a few words"),
  /** So few words that little is said. */
  SHORT(0.7, "says little in few words"),
  /** Begins with the label of a speaker. */
  LABELLED(0.6, "begins with the label of a speaker"),
  /** An item that completes a sentence which is not told. */
  ITEM_OF(0.6, "an item of a list whose beginning is not told"),
  /** Begins with a label and a colon. */
  TAGGED(0.8, "begins with a label and a colon"),
  /** Somebody's words, from the first on. */
  QUOTED(0.8, "somebody's words from the first on"),
  /** Trails off. */
  TRAILING(0.6, "trails off"),
  /** Emphasis, code or other markup inside. */
  MARKED(0.85, "markup inside");

  private final double keeps;
  private final String words;

  Flaw(double keeps, String words) {
    this.keeps = keeps;
    this.words = words;
  }

  /** What it is, for people. */
  String words() {
    return words;
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
