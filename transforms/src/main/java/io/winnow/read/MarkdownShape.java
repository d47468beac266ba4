package io.winnow.read;

import java.util.List;
import java.util.regex.Pattern;

/** Tells Markdown from plain text by how many of its lines carry markup, and of how many kinds. */
final class MarkdownShape {
  /** A kind of markup: a character that it cannot be without, and its form within a line. */
  private record Mark(char sign, Pattern form) {
    Mark(char sign, String form) {
      this(sign, Pattern.compile(form));
    }

    boolean isIn(String line) {
      return line.indexOf(sign) >= 0 && form.matcher(line).find();
    }
  }

  private static final Mark HEADING = new Mark('#', "^ {0,3}#{1,6} +\\S");

  /** Markup that plain text does not have by chance. */
  private static final List<Mark> STRONG =
      List.of(
          HEADING,
          new Mark('(', "\\[[^\\[\\]\\n]{1,300}\\]\\([^()\\s]{1,2000}[) ]"),
          new Mark('*', "\\*\\*[^*\\s][^*\\n]{0,300}\\*\\*"),
          new Mark('`', "^ {0,3}```"),
          new Mark('~', "^ {0,3}~~~"),
          new Mark('|', "^ {0,3}\\|? {0,3}:?-{3,}:? {0,3}\\|"));

  /** Markup that plain text has too: lists, quotes, code spans. */
  private static final List<Mark> WEAK =
      List.of(
          new Mark(' ', "^ {0,12}(?:[-*+]|\\d{1,3}[.)]) +\\S"),
          new Mark('>', "^ {0,3}> ?\\S"),
          new Mark('`', "`[^`\\n]{1,200}`"));

  private static final Pattern NAME =
      Pattern.compile("\\.(md|markdown|mdown|mkd)(\\.(gz|bz2|zst|xz))?$");

  /** Lines of strong markup in a hundred, for two kinds, and for one kind alone. */
  private static final double TWO_KINDS = 0.01;

  private static final double ONE_KIND = 0.04;

  private MarkdownShape() {}

  /**
   * Whether the text is Markdown.
   *
   * @param name in lower case; one that says Markdown needs any markup at all
   */
  static boolean isMarkdown(String text, String name) {
    int lines = 0;
    int[] strong = new int[STRONG.size()];
    boolean weak = false;
    boolean titled = false;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.isBlank()) {
        continue;
      }
      lines++;
      String head = line.length() <= 4000 ? line : line.substring(0, 4000);
      titled |= lines == 1 && HEADING.isIn(head);
      for (int i = 0; i < strong.length; i++) {
        strong[i] += STRONG.get(i).isIn(head) ? 1 : 0;
      }
      weak = weak || WEAK.stream().anyMatch(mark -> mark.isIn(head));
    }
    int kinds = 0;
    int marked = 0;
    for (int count : strong) {
      kinds += count > 0 ? 1 : 0;
      marked += count;
    }
    if (titled || NAME.matcher(name).find()) {
      return kinds > 0 || weak;
    }
    int evidence = kinds + (weak ? 1 : 0);
    return kinds > 0 && (evidence > 1 ? marked >= lines * TWO_KINDS : marked >= lines * ONE_KIND);
  }
}
