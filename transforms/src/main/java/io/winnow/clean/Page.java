package io.winnow.clean;

import io.winnow.schema.Piece;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A piece without its markup.
 *
 * @param text its lines
 * @param facts what its metadata declare
 */
record Page(Manuscript text, PageFacts facts) {

  /**
   * Reads a piece as its media says, and as nothing else: text keeps its angle brackets. Empty for
   * HTML that is nested too deep to be read.
   */
  static Optional<Page> of(Piece piece, LocalDate today) {
    RawText raw = new RawText(piece.getText());
    return switch (piece.getMedia()) {
      case "html" -> HtmlPage.read(raw, piece.getUrl() == null ? "" : piece.getUrl(), today);
      case "markdown" -> Optional.of(FrontMatter.read(raw, today));
      default -> Optional.of(new Page(PlainText.read(raw), PageFacts.NONE));
    };
  }
}
