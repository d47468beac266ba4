package io.winnow.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The block of {@code key: value} lines between {@code ---} (YAML) or {@code +++} (TOML) at the top
 * of a Markdown file, as site generators read it. Only plain values and lists are understood.
 */
final class FrontMatter {
  private static final int MAX_LINES = 80;
  private static final Pattern ENTRY =
      Pattern.compile("([A-Za-z_][\\w-]{0,40})\\s*[:=]\\s*(.{0,2000})");

  private FrontMatter() {}

  /** Reads Markdown with or without front matter. */
  static Page read(RawText raw, LocalDate today) {
    int end = end(raw.text());
    Manuscript text = MarkdownText.read(raw, end);
    if (end == 0) {
      return new Page(text, PageFacts.NONE);
    }
    List<io.winnow.schema.DroppedSpan> dropped = new ArrayList<>(text.dropped());
    dropped.add(0, raw.dropped("front-matter", 0, end));
    Manuscript rest = new Manuscript(raw, text.lines(), dropped, text.links());
    return new Page(rest, facts(entries(raw.text().substring(0, end)), today));
  }

  /** Where the text begins behind the block; 0 without one. */
  private static int end(String text) {
    List<RawLine> lines = RawLine.of(text.length() > 20_000 ? text.substring(0, 20_000) : text);
    String fence = lines.isEmpty() ? "" : lines.get(0).text().strip();
    if (!fence.equals("---") && !fence.equals("+++")) {
      return 0;
    }
    boolean entry = false;
    for (int i = 1; i < Math.min(lines.size(), MAX_LINES); i++) {
      String line = lines.get(i).text();
      if (line.strip().equals(fence)) {
        return entry ? lines.get(i).to() : 0;
      }
      entry |= ENTRY.matcher(line).matches();
    }
    return 0;
  }

  private static Map<String, String> entries(String block) {
    Map<String, String> entries = new HashMap<>();
    String key = "";
    for (RawLine line : RawLine.of(block)) {
      Matcher entry = ENTRY.matcher(line.text());
      if (entry.matches()) {
        key = entry.group(1).toLowerCase(Locale.ROOT);
        entries.putIfAbsent(key, plain(entry.group(2)));
      } else if (line.text().strip().startsWith("- ")) {
        entries.merge(
            key, plain(line.text().strip().substring(2)), (a, b) -> a.isEmpty() ? b : a + ", " + b);
      }
    }
    return entries;
  }

  private static PageFacts facts(Map<String, String> entries, LocalDate today) {
    String date = first(entries, "date", "pubdate", "published", "publishdate", "created");
    String authors = first(entries, "author", "authors");
    return new PageFacts(
        first(entries, "title"),
        first(entries, "url", "link", "permalink", "canonical_url", "source", "original_url"),
        authors == null ? List.of() : Byline.names(authors),
        date == null ? null : Dateline.of(date, today).orElse(null),
        first(entries, "publication", "site"),
        null);
  }

  private static @Nullable String first(Map<String, String> entries, String... keys) {
    for (String key : keys) {
      String value = entries.get(key);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  private static String plain(String value) {
    return value
        .strip()
        .replaceAll("^[\\[\"']+|[\\]\"']+$", "")
        .replaceAll("[\"']\\s*,\\s*[\"']", ", ");
  }
}
