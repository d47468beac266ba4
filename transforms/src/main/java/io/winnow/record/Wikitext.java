package io.winnow.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns wikitext, as MediaWiki stores pages, into Markdown: headings, lists, tables, emphasis, code
 * and links out of the wiki stay; templates, notes, pictures and categories go.
 *
 * <p>Work is linear in the length of the text and nothing recurses, whatever is nested or never
 * closed. What a template would print is not known here, but for a few that show what they are
 * given.
 */
final class Wikitext {
  private static final Set<String> SCHEMES =
      Set.of("http://", "https://", "//", "mailto:", "ftp://");

  /** Longer ones are no addresses. */
  private static final int MAX_LINK = 2000;

  private Wikitext() {}

  static String markdown(String wikitext) {
    WikiInline inline = new WikiInline(wikitext);
    List<String> lines = new ArrayList<>();
    WikiTable table = null;
    for (String line : (Iterable<String>) inline.text().lines()::iterator) {
      String text = line.strip();
      if (table == null && text.startsWith("{|")) {
        table = new WikiTable();
      }
      if (table == null) {
        line(line, lines);
      } else if (!table.take(emphasized(links(text)))) {
        lines.add("");
        table.markdown().lines().forEach(lines::add);
        lines.add("");
        table = null;
      }
    }
    if (table != null) {
      lines.add("");
      table.markdown().lines().forEach(lines::add);
    }
    return inline.restore(joined(withoutEmptySections(lines)));
  }

  private static void line(String line, List<String> into) {
    String text = line.strip();
    int level = level(text);
    if (level > 0) {
      into.add("");
      into.add(
          "#".repeat(level) + " " + plain(text.substring(level, text.length() - level).strip()));
      into.add("");
    } else if (text.startsWith("----")) {
      into.add("");
    } else if (text.startsWith("__") && text.endsWith("__") && text.indexOf(' ') < 0) {
      into.add("");
    } else {
      int marks = 0;
      while (marks < line.length() && "*#:;".indexOf(line.charAt(marks)) >= 0) {
        marks++;
      }
      String body = emphasized(links(line.substring(marks).strip()));
      into.add(body.isEmpty() ? "" : prefix(line, marks) + body);
    }
  }

  /** What a list item begins with in Markdown. */
  private static String prefix(String line, int marks) {
    if (marks == 0) {
      return "";
    }
    char last = line.charAt(marks - 1);
    if (last == ':' || last == ';') {
      return "\n";
    }
    return "    ".repeat(Math.min(marks, 6) - 1) + (last == '#' ? "1. " : "- ");
  }

  /** Level of a heading; 0 for another line. */
  private static int level(String text) {
    int level = 0;
    while (level < 6 && level < text.length() && text.charAt(level) == '=') {
      level++;
    }
    while (level > 0 && (text.length() <= 2 * level || !text.endsWith("=".repeat(level)))) {
      level--;
    }
    return level;
  }

  /** Links out of the wiki: {@code [address label]}. */
  private static String links(String text) {
    int open = text.indexOf('[');
    if (open < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (; open >= 0; open = text.indexOf('[', Math.max(from, open + 1))) {
      if (!isAddress(text, open + 1)) {
        continue;
      }
      String near = text.substring(open, Math.min(text.length(), open + MAX_LINK));
      int end = open + near.indexOf(']');
      if (end < open) {
        continue;
      }
      String[] parts = text.substring(open + 1, end).split("\\s", 2);
      String label = parts.length < 2 || parts[1].isBlank() ? "" : plain(parts[1].strip());
      out.append(text, from, open);
      String address = (parts[0].startsWith("//") ? "https:" : "") + parts[0];
      out.append(label.isEmpty() ? "" : "[" + label + "](" + address.replace(")", "%29") + ")");
      from = end + 1;
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isAddress(String text, int at) {
    return SCHEMES.stream()
        .anyMatch(scheme -> text.regionMatches(true, at, scheme, 0, scheme.length()));
  }

  /** Two, three and five apostrophes; an odd one out is dropped with its kind. */
  private static String emphasized(String text) {
    if (!text.contains("''")) {
      return text;
    }
    int italic = 0;
    int bold = 0;
    StringBuilder out = new StringBuilder(text.length());
    List<Integer> marks = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int run = 0;
      while (i + run < text.length() && text.charAt(i + run) == '\'') {
        run++;
      }
      if (run < 2) {
        out.append(text, i, i + Math.max(1, run));
        i += Math.max(1, run);
        continue;
      }
      i += run;
      int shown = run == 4 ? 3 : Math.min(run, 5);
      out.append("'".repeat(run - shown));
      marks.add(out.length());
      out.append((char) (0xE010 + shown));
      italic += shown == 2 || shown == 5 ? 1 : 0;
      bold += shown == 3 || shown == 5 ? 1 : 0;
    }
    String stars = bold % 2 == 0 ? "**" : "";
    String star = italic % 2 == 0 ? "*" : "";
    return out.toString()
        .replace("\uE012", star)
        .replace("\uE013", stars)
        .replace("\uE015", stars + star);
  }

  private static String plain(String text) {
    return text.replaceAll("'{2,5}", "");
  }

  /** Drops headings that nothing follows before the next one of their rank. */
  private static List<String> withoutEmptySections(List<String> lines) {
    List<String> kept = new ArrayList<>();
    int following = 0;
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      int level = 0;
      while (level < line.length() && line.charAt(level) == '#') {
        level++;
      }
      boolean isHeading = level > 0 && level < line.length() && line.charAt(level) == ' ';
      if (isHeading && following <= level) {
        continue;
      }
      if (isHeading || !line.isBlank()) {
        following = isHeading ? level : Integer.MAX_VALUE;
      }
      kept.add(line);
    }
    Collections.reverse(kept);
    return kept;
  }

  /** The lines with no more than one empty one between them. */
  private static String joined(List<String> lines) {
    StringBuilder text = new StringBuilder();
    boolean wasBlank = true;
    for (String line : lines) {
      if (!line.isBlank()) {
        text.append(line.stripTrailing()).append('\n');
        wasBlank = false;
      } else if (!wasBlank) {
        text.append('\n');
        wasBlank = true;
      }
    }
    return text.toString().strip() + "\n";
  }

  /** Whether a page only leads to another. */
  static boolean isRedirect(String wikitext) {
    String head = wikitext.substring(0, Math.min(40, wikitext.length())).strip();
    String lower = head.toLowerCase(Locale.ROOT);
    return lower.startsWith("#redirect") || lower.startsWith("#重定向");
  }
}
