package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import io.winnow.text.FieldBlock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Markdown with or without front matter, and takes what its fields say as facts. */
final class FrontMatter {
  private static final int MAX_CHARS = 20_000;

  private FrontMatter() {}

  static Page read(RawText raw, LocalDate today) {
    List<RawLine> lines = RawLine.of(head(raw.text()));
    Optional<FieldBlock> block =
        lines.isEmpty()
            ? Optional.empty()
            : FieldBlock.fencedAt(n -> lines.get(n).text(), 0, lines.size() - 1);
    int end = block.map(found -> lines.get(found.to()).to()).orElse(0);
    Manuscript text = MarkdownText.read(raw, end);
    if (block.isEmpty()) {
      return new Page(text, PageFacts.NONE);
    }
    List<DroppedSpan> dropped = new ArrayList<>(text.dropped());
    dropped.add(0, raw.dropped("front-matter", 0, end));
    Manuscript rest = new Manuscript(raw, text.lines(), dropped, text.links());
    return new Page(rest, facts(block.get(), today));
  }

  private static String head(String text) {
    return text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
  }

  private static PageFacts facts(FieldBlock block, LocalDate today) {
    return new PageFacts(
        block.first("title").orElse(null),
        block
            .first("url", "link", "permalink", "canonical_url", "source", "original_url")
            .orElse(null),
        block.all("author", "authors", "by").stream()
            .flatMap(name -> Byline.names(name).stream())
            .toList(),
        block
            .first("date", "pubdate", "published", "publishdate", "created")
            .flatMap(date -> Dateline.of(date, today))
            .orElse(null),
        block.first("publication", "site").orElse(null),
        null);
  }
}
