package io.winnow.clean;

import io.winnow.schema.Piece;
import java.time.LocalDate;

/**
 * A piece without its markup.
 *
 * @param text its lines
 * @param facts what its metadata declare
 */
record Page(Manuscript text, PageFacts facts) {

  /** Reads a piece as its media says, and as nothing else: text keeps its angle brackets. */
  static Page of(Piece piece, LocalDate today) {
    RawText raw = new RawText(piece.getText());
    return switch (piece.getMedia()) {
      case "markdown" -> FrontMatter.read(raw, today);
      default -> new Page(PlainText.read(raw), PageFacts.NONE);
    };
  }
}
