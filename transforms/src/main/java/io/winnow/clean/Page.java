package io.winnow.clean;

import io.winnow.quality.PageEvidence;
import io.winnow.schema.Piece;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece without its markup.
 *
 * @param text its lines
 * @param facts what its metadata declare
 * @param evidence what a page shows around its article; null for what is no page
 */
record Page(Manuscript text, PageFacts facts, @Nullable PageEvidence evidence) {
  private static final Pattern ROOT =
      Pattern.compile("<(?:!doctype|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

  /** Characters within which a page shows its root. */
  private static final int HEAD = 4096;

  /**
   * Reads a piece as its media says, and as nothing else: text keeps its angle brackets.
   *
   * @param raw its text, mended
   * @throws OverCapException for HTML that is nested too deep, or has too many elements
   */
  static Page of(Piece piece, RawText raw, LocalDate today, CleanSpec spec)
      throws OverCapException {
    return switch (piece.getMedia()) {
      case "html" ->
          HtmlPage.read(
              raw, piece.getUrl() == null ? "" : piece.getUrl(), today, isContent(piece), spec);
      case "markdown" -> FrontMatter.read(raw, today);
      default -> new Page(PlainText.read(raw), PageFacts.NONE);
    };
  }

  /** What is no page. */
  Page(Manuscript text, PageFacts facts) {
    this(text, facts, null);
  }

  /** Whether the HTML is a field of a record, which exporters fill with the article alone. */
  private static boolean isContent(Piece piece) {
    String text = piece.getText();
    return !piece.getSourceFormat().equals("html")
        && !ROOT.matcher(text.substring(0, Math.min(text.length(), HEAD))).find();
  }
}
