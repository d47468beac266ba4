package io.winnow.publish;

import io.winnow.schema.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds a ledger up for the manifest. */
final class LedgerCounts {
  private LedgerCounts() {}

  /** Files that were matched, sources by status, pieces and lines. */
  static Map<String, Long> of(List<LedgerEntry> ledger) {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("files", ledger.stream().map(Sources::file).distinct().count());
    counts.put("sources", (long) ledger.size());
    for (String status : List.of("read", "unchanged", "unreadable", "replayed", "superseded")) {
      counts.put(
          "sources_" + status,
          ledger.stream().filter(row -> row.getStatus().equals(status)).count());
    }
    counts.put("split", ledger.stream().mapToLong(LedgerEntry::getSplit).sum());
    counts.put("lines", ledger.stream().mapToLong(LedgerEntry::getLines).sum());
    counts.put("lines_frame", ledger.stream().mapToLong(LedgerEntry::getLinesFrame).sum());
    counts.put("bytes", ledger.stream().mapToLong(LedgerEntry::getBytes).sum());
    return counts;
  }
}
