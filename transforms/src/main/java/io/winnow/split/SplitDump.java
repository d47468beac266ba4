package io.winnow.split;

import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a dump was split into, with the line of the ledger that accounts for it.
 *
 * <p>Law 1 holds in every value of this class: each non-blank line of the dump is counted in
 * exactly one piece, reject or frame, and each piece has its own place.
 *
 * @param pieces what goes on to Clean
 * @param rejects what stops here; unreadable parts of the dump come last
 * @param ledger what was read, and the counts of pieces and lines
 */
public record SplitDump(List<Piece> pieces, List<Reject> rejects, LedgerEntry ledger) {
  /**
   * Checks Law 1.
   *
   * @throws IllegalStateException naming the source, when lines or pieces do not add up
   */
  public SplitDump {
    pieces = List.copyOf(pieces);
    rejects = List.copyOf(rejects);
    int lines =
        pieces.stream().mapToInt(Piece::getLines).sum()
            + rejects.stream().mapToInt(Reject::getLines).sum()
            + ledger.getLinesFrame();
    if (lines != ledger.getLines()) {
      throw new IllegalStateException(
          ledger.getSourceUri() + " has " + ledger.getLines() + " lines, split has " + lines);
    }
    int split = pieces.size() + rejects.size();
    long ordinals =
        IntStream.concat(
                pieces.stream().mapToInt(Piece::getSourceOrdinal),
                rejects.stream().mapToInt(Reject::getSourceOrdinal))
            .distinct()
            .count();
    if (split != ledger.getSplit() || ordinals != split) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s has %d pieces in its ledger, %d were made, with %d ordinals",
              ledger.getSourceUri(),
              ledger.getSplit(),
              split,
              ordinals));
    }
  }
}
