package io.winnow.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run of text within a line: what a reader sees, and the Markdown that shows it. The only way
 * from a string to Markdown, so nothing is written unescaped.
 *
 * @param plain what a reader sees
 * @param markdown how it is written
 */
record Inline(String plain, String markdown) {
  static final Inline EMPTY = new Inline("", "");

  static Inline text(String text) {
    return new Inline(MarkdownEscaper.plain(text), MarkdownEscaper.text(text));
  }

  /** The beginning of the text, at most {@code max} code points, with an ellipsis where cut. */
  static Inline text(String text, int max) {
    return text(MarkdownEscaper.plain(text, max));
  }

  /** Our own words with slots: each {@code {}} of the template is filled by the next part. */
  static Inline fill(String template, List<Inline> parts) {
    Inline all = EMPTY;
    String[] pieces = template.split("\\{\\}", -1);
    for (int i = 0; i < pieces.length; i++) {
      all = all.then(words(pieces[i]));
      if (i < pieces.length - 1) {
        all = all.then(parts.get(i));
      }
    }
    return all;
  }

  /** Text whose outer white space counts, such as a separator. */
  static Inline words(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    if (text.isBlank()) {
      return new Inline(" ", " ");
    }
    String before = Character.isWhitespace(text.charAt(0)) ? " " : "";
    String after = Character.isWhitespace(text.charAt(text.length() - 1)) ? " " : "";
    Inline inner = text(text);
    return new Inline(before + inner.plain + after, before + inner.markdown + after);
  }

  static Inline code(String text) {
    String plain = MarkdownEscaper.plain(text);
    return plain.isEmpty() ? EMPTY : new Inline(plain, MarkdownEscaper.code(text));
  }

  static Inline joined(String separator, List<Inline> parts) {
    List<Inline> shown = parts.stream().filter(part -> !part.plain.isEmpty()).toList();
    Inline gap = words(separator);
    return new Inline(
        shown.stream().map(Inline::plain).collect(Collectors.joining(gap.plain)),
        shown.stream().map(Inline::markdown).collect(Collectors.joining(gap.markdown)));
  }

  Inline then(Inline next) {
    return new Inline(plain + next.plain, markdown + next.markdown);
  }

  /** Bold; stands alone or before punctuation: beside letters CommonMark ignores closing stars. */
  Inline bold() {
    return plain.isEmpty() ? this : new Inline(plain, "**" + markdown + "**");
  }

  /** Linked to a page of the web; unchanged where the URL is none to follow. */
  Inline linked(@Nullable String url) {
    String target = MarkdownEscaper.target(url);
    return target == null || plain.isEmpty()
        ? this
        : new Inline(plain, "[" + markdown + "](" + target + ")");
  }

  /** Linked to a heading of the same page; unchanged where the heading has no letter to go by. */
  Inline toAnchor(String anchor) {
    return anchor.isEmpty() ? this : new Inline(plain, "[" + markdown + "](#" + anchor + ")");
  }

  /** Linked to a heading of another page of ours. */
  Inline toHeading(String file, String anchor) {
    return new Inline(plain, "[" + markdown + "](" + own(file) + "#" + anchor + ")");
  }

  /** Linked to a file of ours, whose path holds only letters, digits and {@code ./-_=}. */
  Inline toFile(String path) {
    return new Inline(plain, "[" + markdown + "](" + own(path) + ")");
  }

  private static String own(String path) {
    if (!isOwnPath(path)) {
      throw new IllegalArgumentException("not a path of ours: " + path);
    }
    return path;
  }

  static boolean isOwnPath(String path) {
    return path.matches("[A-Za-z0-9./_=-]+") && !path.startsWith("//");
  }

  boolean isEmpty() {
    return plain.isEmpty();
  }
}
