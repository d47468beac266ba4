package io.winnow.split;

import io.winnow.read.Origin;
import io.winnow.record.Facts;
import io.winnow.record.RecordCharset;
import io.winnow.record.SourceRecord;
import io.winnow.schema.Piece;
import java.time.LocalDate;
import java.util.Objects;

/** Makes the pieces of records, and writes what a record says of itself into their columns. */
final class RecordPieces {
  private RecordPieces() {}

  /** The piece that a record of a dump is; records have no lines. */
  static Piece of(Origin origin, SourceRecord record, String id, int ordinal) {
    String format = origin.format().column();
    RecordCharset charset =
        record.charset() != null
            ? record.charset()
            : new RecordCharset(
                Objects.requireNonNullElse(origin.charset(), "UTF-8"), origin.charsetConfidence());
    Piece.Builder piece =
        Piece.newBuilder()
            .setId(id)
            .setSourceUri(origin.uri())
            .setSourceFormat(format)
            .setSourceOrdinal(ordinal)
            .setStartOffset(record.start() < 0 ? null : record.start())
            .setEndOffset(record.end() < 0 ? null : record.end())
            .setLines(0)
            .setCharset(charset.name())
            .setCharsetConfidence(charset.confidence())
            .setSplitDetector(format)
            .setSplitScore(1)
            .setMedia(record.media())
            .setText(record.stop() == null ? record.text() : record.raw());
    write(record.facts(), piece);
    return piece.build();
  }

  /** A date that cannot be read is left out. */
  static void write(Facts facts, Piece.Builder piece) {
    piece
        .setSourceId(facts.id())
        .setTitle(facts.title())
        .setAuthors(facts.authors())
        .setLang(facts.lang())
        .setPublication(facts.publication())
        .setSourcePath(facts.path())
        .setKind(facts.kind());
    if (facts.url() != null) {
      piece.setUrl(facts.url()).setUrlRole("self");
    }
    LocalDate day = facts.date() == null ? null : PrintedDate.field(facts.date());
    if (day != null) {
      piece.setPublished(day).setPublishedOrigin("given").setPublishedRaw(facts.date());
    }
  }
}
