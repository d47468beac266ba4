package io.winnow.split;

import java.util.regex.Pattern;

/** The last lines of a book or magazine that ask the reader to scan, follow or subscribe. */
final class BackCover {
  private static final int MAX_LINES = 5;
  private static final int MAX_LETTERS = 60;

  /** Blank lines above it: more than part two paragraphs. */
  private static final int MIN_GAP = 2;

  private static final Pattern CALL =
      Pattern.compile(
          "扫码|扫一扫|二维码|关注|订阅|follow us|subscribe|scan (?:the|this|me)", Pattern.CASE_INSENSITIVE);

  private BackCover() {}

  /** Its first line; the line after the last one where there is none. */
  static int start(Lines lines) {
    int none = lines.last() + 1;
    int at = lines.previousNonBlank(lines.last());
    boolean call = false;
    for (int seen = 0; at >= lines.first() && seen < MAX_LINES; seen++) {
      String line = lines.line(at);
      if (Prose.letters(line) > MAX_LETTERS || Prose.endsSentence(line)) {
        return none;
      }
      call |= CALL.matcher(line).find();
      int above = lines.previousNonBlank(at - 1);
      if (at - above > MIN_GAP) {
        return call ? at : none;
      }
      at = above;
    }
    return none;
  }
}
