package io.winnow.split;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line that opens a note with a day: {@code # 20260131 Title}, {@code ## 2026-01-31}, {@code
 * **2026.01.31** Title}.
 *
 * @param line where it stands
 * @param level of the heading, 1 to 6; 0 where the day is bold at the start of a paragraph
 * @param day as typed
 * @param raw as printed
 * @param title what follows on the line, without markup; null where nothing does
 */
record DatedHeading(int line, int level, LocalDate day, String raw, @Nullable String title) {
  private static final String BOLD = "**";

  /** The dated heading at line {@code n}; null where there is none. */
  static @Nullable DatedHeading at(Lines lines, int n) {
    if (lines.isCode(n)) {
      return null;
    }
    String line = lines.line(n);
    Heading heading = Heading.parse(n, line);
    String text = heading != null ? heading.text() : line;
    boolean bold = text.startsWith(BOLD);
    if (heading == null && !bold) {
      return null;
    }
    PrintedDate.Found date = PrintedDate.leading(bold ? text.substring(BOLD.length()) : text);
    if (date == null) {
      return null;
    }
    String rest = text.substring(date.end() + (bold ? BOLD.length() : 0));
    if (heading == null && !rest.startsWith(BOLD)) {
      return null;
    }
    String title = withoutSeparator(Markup.plain(rest));
    return new DatedHeading(
        n,
        heading == null ? 0 : heading.level(),
        date.day(),
        date.raw(),
        title.isEmpty() ? null : title);
  }

  private static String withoutSeparator(String title) {
    int at = 0;
    while (at < title.length() && "-–—:：·|,，、".indexOf(title.charAt(at)) >= 0) {
      at++;
    }
    return title.substring(at).strip();
  }
}
