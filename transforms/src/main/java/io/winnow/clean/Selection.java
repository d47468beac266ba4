package io.winnow.clean;

import io.winnow.schema.Draft;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import io.winnow.split.SplitDump;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which pieces go on when sources are read again: those that a replay asks for.
 *
 * <p>All pieces of a dump are cleaned, since they are told by their neighbours; the others only
 * show which lines recur over their sites. The ledger counts what goes on, where it leaves Split,
 * so that Law 1 holds for it.
 */
public final class Selection implements Serializable {
  private static final long serialVersionUID = 1;

  /** Status of the ledger's row. */
  public static final String REPLAYED = "replayed";

  private final HashMap<String, Set<String>> ids = new HashMap<>();
  private final HashSet<String> whole;

  /**
   * @param ids of pieces, by source
   * @param whole sources of which every piece goes on
   */
  public Selection(Map<String, Set<String>> ids, Set<String> whole) {
    ids.forEach((source, some) -> this.ids.put(source, new HashSet<>(some)));
    this.whole = new HashSet<>(whole);
  }

  CleanedDump of(SplitDump dump, List<Draft> drafts, List<Reject> rejects) {
    String source = dump.ledger().getSourceUri();
    if (whole.contains(source)) {
      LedgerEntry ledger = LedgerEntry.newBuilder(dump.ledger()).setStatus(REPLAYED).build();
      return new CleanedDump(drafts, rejects, ledger);
    }
    Set<String> wanted = ids.getOrDefault(source, Set.of());
    List<Draft> chosen = new ArrayList<>();
    List<Draft> beside = new ArrayList<>();
    for (Draft draft : drafts) {
      (wanted.contains(draft.getArticle().getId()) ? chosen : beside).add(draft);
    }
    return new CleanedDump(
        chosen,
        rejects.stream().filter(reject -> wanted.contains(reject.getId())).toList(),
        ledger(dump, wanted),
        beside);
  }

  private static LedgerEntry ledger(SplitDump dump, Set<String> wanted) {
    List<Piece> pieces =
        dump.pieces().stream().filter(piece -> wanted.contains(piece.getId())).toList();
    List<Reject> rejects =
        dump.rejects().stream().filter(reject -> wanted.contains(reject.getId())).toList();
    return LedgerEntry.newBuilder(dump.ledger())
        .setStatus(REPLAYED)
        .setSplit(pieces.size() + rejects.size())
        .setLines(
            pieces.stream().mapToInt(Piece::getLines).sum()
                + rejects.stream().mapToInt(Reject::getLines).sum())
        .setLinesFrame(0)
        .build();
  }
}
