package io.winnow.split;

import io.winnow.read.Dump;
import io.winnow.read.DumpText;
import io.winnow.read.SourceFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a dump as detectors look at them: which are blank, which are code, which are
 * headings. Numbers are those of the dump.
 *
 * <p>Fenced code blocks (CommonMark 0.31, section 4.5) hold no heading. A fence that is never
 * closed opens nothing: scraped text loses fences, and one must not hide the rest of a dump.
 */
public final class Lines {
  private final Dump dump;
  private final DumpText text;
  private final int[] nonBlank;
  private final boolean[] code;
  private final List<Heading> headings;

  public Lines(Dump dump) {
    this.dump = dump;
    this.text = dump.text();
    int count = text.lastLine() - text.firstLine() + 1;
    this.nonBlank = new int[count + 1];
    this.code = new boolean[count];
    this.headings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nonBlank[i + 1] = nonBlank[i] + (text.isBlank(text.firstLine() + i) ? 0 : 1);
    }
    scan();
  }

  /** What the dump was read as. */
  public SourceFormat format() {
    return dump.origin().format();
  }

  /** Whether lines and headings mean something in this dump: plain text or Markdown. */
  public boolean isProse() {
    return format() == SourceFormat.TEXT || format() == SourceFormat.MARKDOWN;
  }

  /** IANA name of the charset that the dump was decoded with. */
  public String charset() {
    return Objects.requireNonNull(dump.origin().charset(), "a text has a charset");
  }

  /** First line of the dump or window. */
  public int first() {
    return text.firstLine();
  }

  /** Last line; {@code first() - 1} when there is none. */
  public int last() {
    return text.lastLine();
  }

  /** Line {@code n} without its line end. */
  public String line(int n) {
    return text.line(n);
  }

  /** Lines {@code from} to {@code to}, both included, with their line ends but the last. */
  public String text(int from, int to) {
    return text.lines(from, to);
  }

  public boolean isBlank(int n) {
    return count(n, n) == 0;
  }

  /** Whether the line lies in a fenced code block, fences included. */
  public boolean isCode(int n) {
    return code[n - first()];
  }

  /** Non-blank lines from {@code from} to {@code to}, both included; 0 when the range is empty. */
  public int count(int from, int to) {
    return from > to ? 0 : nonBlank[to + 1 - first()] - nonBlank[from - first()];
  }

  /** Non-blank lines of all. */
  public int count() {
    return nonBlank[nonBlank.length - 1];
  }

  /** The first non-blank line at or after {@code n}; {@code last() + 1} when there is none. */
  public int nextNonBlank(int n) {
    int at = Math.max(n, first());
    while (at <= last() && isBlank(at)) {
      at++;
    }
    return at;
  }

  /** The last non-blank line at or before {@code n}; {@code first() - 1} when there is none. */
  public int previousNonBlank(int n) {
    int at = Math.min(n, last());
    while (at >= first() && isBlank(at)) {
      at--;
    }
    return at;
  }

  /** Headings outside of code, in order. */
  public List<Heading> headings() {
    return headings;
  }

  /** The heading at line {@code n}; null where there is none. */
  public @Nullable Heading headingAt(int n) {
    return isCode(n) ? null : Heading.parse(n, line(n));
  }

  private void scan() {
    int fenceLine = 0;
    String fence = "";
    for (int n = first(); n <= last(); n++) {
      String mark = fence(line(n));
      if (fence.isEmpty()) {
        fence = mark;
        fenceLine = n;
      } else if (closes(mark, fence, line(n))) {
        markCode(fenceLine, n);
        fence = "";
      }
    }
    for (int n = first(); n <= last(); n++) {
      Heading heading = headingAt(n);
      if (heading != null) {
        headings.add(heading);
      }
    }
  }

  private void markCode(int from, int to) {
    for (int n = from; n <= to; n++) {
      code[n - first()] = true;
    }
  }

  private static boolean closes(String mark, String fence, String line) {
    return mark.length() >= fence.length()
        && mark.charAt(0) == fence.charAt(0)
        && line.strip().length() == mark.length();
  }

  /** The run of three or more backticks or tildes that begins the line; empty without one. */
  private static String fence(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    int end = at;
    while (end < line.length()
        && (line.charAt(end) == '`' || line.charAt(end) == '~')
        && line.charAt(end) == line.charAt(at)) {
      end++;
    }
    return end - at >= 3 ? line.substring(at, end) : "";
  }
}
