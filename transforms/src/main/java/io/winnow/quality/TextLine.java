package io.winnow.quality;

/**
 * A line of a text that is not blank.
 *
 * @param kind what it is
 * @param from UTF-16 offset of its first character behind its mark
 * @param to offset after its last one; white space at the ends left out
 * @param mass how much it says
 * @param opens whether a paragraph begins with it
 */
record TextLine(Kind kind, int from, int to, int mass, boolean opens) {
  /** Kinds of lines. */
  enum Kind {
    PROSE,
    ITEM,
    HEADING,
    TABLE,
    CODE;

    /** Whether lines of this kind are what people wrote for people to read as text. */
    boolean isText() {
      return this == PROSE || this == ITEM || this == HEADING;
    }
  }
}
