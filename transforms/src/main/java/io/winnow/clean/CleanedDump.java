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
 */
public record CleanedDump(List<Draft> drafts, List<Reject> rejects, LedgerEntry ledger) {
  public CleanedDump {
    drafts = List.copyOf(drafts);
    rejects = List.copyOf(rejects);
  }
}
