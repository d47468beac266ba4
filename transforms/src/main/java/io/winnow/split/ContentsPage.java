package io.winnow.split;

import io.winnow.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The contents page of a book, magazine or digest: a heading that says so, and the titles below it.
 *
 * @param heading line of its heading
 * @param last last line that can belong to it
 * @param entries in order
 */
record ContentsPage(int heading, int last, List<Entry> entries) {
  /** A contents page stands among the first non-blank lines of a dump. */
  private static final int MAX_LINES_BEFORE = 200;

  private static final int MAX_ENTRIES = 5000;
  private static final int MAX_TITLE = 200;
  private static final Set<String> NAMES =
      Set.of("目录", "目次", "本期目录", "本期内容", "contents", "tableofcontents", "toc", "inthisissue");
  private static final Pattern NAME_PARTS = Pattern.compile("[/|·•]");
  private static final Pattern ITEM =
      Pattern.compile("^(\\s{0,40})(?:[-+*•·]|\\d{1,4}[.)、．])?\\s{0,8}(\\S.*)$");

  /** Dots and a page number after a title. */
  private static final Pattern PAGE =
      Pattern.compile("[\\s.·…．]{2,200}+\\d{1,4}\\s{0,8}$|\\t\\d{1,4}\\s{0,8}$");

  private static final Pattern SENTENCE_END = Pattern.compile("[。；;]\\s{0,8}$|[a-z]\\.\\s{0,8}$");

  /**
   * One title of a contents page.
   *
   * @param line where it stands
   * @param depth indent in columns; 0 for a plain line
   * @param title without list mark, link target, emphasis and page number
   * @param column heading it stands under on the contents page; null without one
   */
  record Entry(int line, int depth, String title, @Nullable String column) {}

  /** The contents page near the head of the dump; null where there is none. */
  static @Nullable ContentsPage find(Lines lines) {
    for (Heading heading : lines.headings()) {
      if (lines.count(lines.first(), heading.line()) > MAX_LINES_BEFORE) {
        return null;
      }
      if (names(heading.text())) {
        ContentsPage page = read(lines, heading);
        return page.entries.size() < 2 ? null : page;
      }
    }
    return null;
  }

  /** Whether a heading says that contents follow. */
  static boolean names(String heading) {
    for (String part : NAME_PARTS.split(heading)) {
      if (NAMES.contains(Folding.key(part))) {
        return true;
      }
    }
    return false;
  }

  private static ContentsPage read(Lines lines, Heading contents) {
    List<Entry> entries = new ArrayList<>();
    String column = null;
    int last = contents.line();
    for (int n = contents.line() + 1; n <= lines.last(); n++) {
      if (lines.isBlank(n)) {
        continue;
      }
      Heading heading = lines.headingAt(n);
      if (heading != null && heading.level() <= contents.level()) {
        break;
      }
      if (heading != null) {
        column = Markup.plain(heading.text());
      } else {
        Entry entry = entry(lines, n, column);
        if (entry == null || entries.size() == MAX_ENTRIES) {
          break;
        }
        entries.add(entry);
      }
      last = n;
    }
    return new ContentsPage(contents.line(), last, List.copyOf(entries));
  }

  /** The entry that line {@code n} is; null where it cannot be one. */
  static @Nullable Entry entry(Lines lines, int n, @Nullable String column) {
    Matcher item = ITEM.matcher(lines.line(n));
    if (!item.find()) {
      return null;
    }
    String text = item.group(2);
    if (text.length() > 2000 || SENTENCE_END.matcher(text).find()) {
      return null;
    }
    String title = PAGE.matcher(Markup.plain(text)).replaceFirst("").strip();
    return title.isEmpty() || title.length() > MAX_TITLE
        ? null
        : new Entry(n, columns(item.group(1)), title, column);
  }

  private static int columns(String indent) {
    int columns = 0;
    for (int i = 0; i < indent.length(); i++) {
      columns += indent.charAt(i) == '\t' ? 4 : 1;
    }
    return columns;
  }
}
