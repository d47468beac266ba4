package io.winnow.publish;

import io.winnow.schema.LedgerEntry;

/** Which file a row of the ledger comes from. */
final class Sources {
  private static final String MEMBER = "!/";

  private Sources() {}

  /**
   * Uri of the file that was matched: the source itself, or the outermost archive that holds it.
   */
  static String file(LedgerEntry row) {
    String container = row.getContainer();
    if (container == null) {
      return row.getSourceUri();
    }
    int member = container.indexOf(MEMBER);
    return member < 0 ? container : container.substring(0, member);
  }
}
