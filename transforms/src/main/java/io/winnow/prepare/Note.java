package io.winnow.prepare;

/**
 * Something small that was taken of articles or dumps, as bytes: what is read by many steps must
 * cost little to pass by.
 *
 * @param bucket of a block of sightings; 0 for everything else
 */
record Note(Kind kind, int bucket, byte[] bytes) {
  /** What a note holds. */
  enum Kind {
    /** A fingerprint. */
    KEYS,
    /** The signature of an article for stories. */
    SIGNED,
    /** A row of the ledger. */
    LEDGER,
    /** A block of sightings of lines. */
    LINES,
    /** A block of sightings of articles. */
    ARTICLES;

    private static final Kind[] ALL = values();

    static Kind at(int ordinal) {
      return ALL[ordinal];
    }
  }
}
