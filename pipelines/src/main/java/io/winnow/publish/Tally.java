package io.winnow.publish;

/**
 * How much of one source lies in one dataset.
 *
 * @param rows its rows
 * @param lines the non-blank lines of the source that these rows account for
 */
record Tally(int rows, int lines) {
  static final Tally NOTHING = new Tally(0, 0);

  Tally plus(Tally other) {
    return new Tally(Math.addExact(rows, other.rows), Math.addExact(lines, other.lines));
  }
}
