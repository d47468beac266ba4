package io.winnow.clean;

import io.winnow.schema.Draft;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import java.util.List;

/**
 * What became of one dump: every piece of it is a draft or a reject.
 *
 * @param rejects of Split and of Clean
 * @param ledger the dump's row, as Split counted it
 * @param beside articles that go no further, and only show which lines recur over their sites
 */
public record CleanedDump(
    List<Draft> drafts, List<Reject> rejects, LedgerEntry ledger, List<Draft> beside) {
  public CleanedDump {
    drafts = List.copyOf(drafts);
    rejects = List.copyOf(rejects);
    beside = List.copyOf(beside);
  }

  /** A dump of which everything goes on. */
  public CleanedDump(List<Draft> drafts, List<Reject> rejects, LedgerEntry ledger) {
    this(drafts, rejects, ledger, List.of());
  }
}
