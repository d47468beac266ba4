package io.winnow.publish;

import io.winnow.schema.LedgerEntry;
import java.util.Set;

/** Which file a row of the ledger comes from. */
public final class Sources {
  private static final String MEMBER = "!/";

  private static final Set<String> READ = Set.of("read", "unreadable");

  private Sources() {}

  /**
   * Whether the run has read all of the source itself: neither another run has, nor were only some
   * pieces taken, nor did a later run take them all over.
   */
  public static boolean isRead(LedgerEntry row) {
    return READ.contains(row.getStatus());
  }

  /**
   * Uri of the file that was matched: the source itself, or the outermost archive that holds it.
   */
  public static String file(LedgerEntry row) {
    String container = row.getContainer();
    if (container == null) {
      return row.getSourceUri();
    }
    int member = container.indexOf(MEMBER);
    return member < 0 ? container : container.substring(0, member);
  }
}
