package io.winnow.split.stream;

import java.util.Arrays;

/**
 * Finds posts that a stream holds twice: runs of lines that repeat earlier ones. Where such a run
 * begins and ends, on both sides, a boundary is likely. Linear in the length of the stream.
 */
final class Repeats {
  /** Letters from which a line can anchor a run; shorter ones occur by chance. */
  private static final int MIN_ANCHOR = 12;

  /** Letters from which a run counts. */
  private static final int MIN_LETTERS = 300;

  /** Lines too short to anchor a run that may belong to either end of it. */
  private static final int MAX_SHORT_LINES = 20;

  private final int[] startLetters;
  private final int[] endLetters;

  private Repeats(int size) {
    startLetters = new int[size + 1];
    endLetters = new int[size + 1];
  }

  static Repeats of(Stream stream, LineKeys keys) {
    Repeats repeats = new Repeats(stream.size());
    int[] last = new int[stream.size()];
    Arrays.fill(last, -1);
    int runStart = -1;
    int copyOf = -1;
    int end = -1;
    for (int i = 0; i < stream.size(); i++) {
      if (stream.letters(i, i + 1) < MIN_ANCHOR) {
        continue;
      }
      int seen = last[keys.key(i)];
      last[keys.key(i)] = i;
      boolean goesOn = runStart >= 0 && seen >= 0 && seen - copyOf == i - runStart;
      if (!goesOn) {
        repeats.mark(stream, runStart, copyOf, end);
        runStart = seen < 0 ? -1 : i;
        copyOf = seen;
      }
      end = i;
    }
    repeats.mark(stream, runStart, copyOf, end);
    return repeats;
  }

  /** Letters of the longest repeated run that begins at gap {@code i}; 0 where none does. */
  int startingAt(int i) {
    return startLetters[i];
  }

  /** Letters of the longest repeated run that ends at gap {@code i}; 0 where none does. */
  int endingAt(int i) {
    return endLetters[i];
  }

  private void mark(Stream stream, int start, int copyOf, int end) {
    if (start < 0) {
      return;
    }
    int back = 0;
    while (back < MAX_SHORT_LINES
        && copyOf - back > 0
        && start - back - 1 > copyOf + end - start
        && stream.line(start - back - 1).equals(stream.line(copyOf - back - 1))) {
      back++;
    }
    int ahead = 0;
    int copyEnd = copyOf + end - start;
    while (ahead < MAX_SHORT_LINES
        && end + ahead + 1 < stream.size()
        && copyEnd + ahead + 1 < start - back
        && stream.line(end + ahead + 1).equals(stream.line(copyEnd + ahead + 1))) {
      ahead++;
    }
    int letters = stream.letters(start - back, end + ahead + 1);
    if (letters >= MIN_LETTERS) {
      put(startLetters, start - back, letters);
      put(startLetters, copyOf - back, letters);
      put(endLetters, end + ahead + 1, letters);
      put(endLetters, copyEnd + ahead + 1, letters);
    }
  }

  private static void put(int[] at, int gap, int letters) {
    at[gap] = Math.max(at[gap], letters);
  }
}
