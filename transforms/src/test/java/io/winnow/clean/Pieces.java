package io.winnow.clean;

import io.winnow.quality.QualityRules;
import io.winnow.run.RunInfo;
import io.winnow.schema.Draft;
import io.winnow.schema.Piece;
import java.time.LocalDate;

/** Pieces as Split would hand them over. */
final class Pieces {
  static final RunInfo RUN = new RunInfo("run-1", LocalDate.of(2026, 3, 1), 1);

  private Pieces() {}

  static Piece.Builder text(String... lines) {
    return of("text", lines);
  }

  static Piece.Builder markdown(String... lines) {
    return of("markdown", lines);
  }

  static Piece.Builder of(String media, String... lines) {
    return Piece.newBuilder()
        .setId("0123456789abcdef0123456789abcdef")
        .setSourceUri("dump.txt")
        .setSourceFormat(media)
        .setSourceOrdinal(0)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("single")
        .setSplitScore(1)
        .setMedia(media)
        .setText(String.join("\n", lines));
  }

  /** Without thresholds, which texts as short as those of tests might not pass. */
  static Cleaned clean(Piece.Builder piece) {
    return new ArticleCleaner(CleanSpec.defaults().withQuality(QualityRules.none()), RUN)
        .clean(piece.build());
  }

  static Draft kept(Piece.Builder piece) {
    return ((Cleaned.Kept) clean(piece)).draft();
  }
}
