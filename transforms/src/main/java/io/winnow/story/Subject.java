package io.winnow.story;

/**
 * A name that an article may be about.
 *
 * @param key what equal names share
 * @param surface as the article writes it
 * @param words the name's words, joined by one space
 * @param strength how much it is about it: {@link #MENTIONED} to {@link #TITLE}
 * @param coined whether its letters alone show that it is a name
 * @param alias key of the name that it is a former or other name of, by this article; else empty
 */
record Subject(
    String key, String surface, String words, int strength, boolean coined, String alias) {
  /** It is used, early or more than once. */
  static final int MENTIONED = 1;

  /** It is among the names that the text uses most. */
  static final int FREQUENT = 2;

  /** The title has it, beside others. */
  static final int IN_TITLE = 3;

  /** The title begins with it, or with what stands before its colon. */
  static final int TITLE = 4;

  /** Whether hardly anything else is called so: several words, or a coined one. */
  boolean isSpecific() {
    return coined || words.indexOf(' ') > 0;
  }

  /** Whether the title begins with it, and it can only be a product. */
  boolean leads() {
    return strength == TITLE && coined;
  }

  /** Whether both are names of one thing, as far as either article says. */
  boolean isCalledAs(Subject other) {
    return Spelling.isSame(key, other.key) || key.equals(other.alias) || alias.equals(other.key);
  }
}
