package io.winnow.publish;

import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.LedgerEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Completes the ledger with what the written files hold, and refuses the run when anything was lost
 * or invented: Law 1.
 *
 * <p>Per source: pieces split = articles + duplicates + rejects, and lines = frame + lines of the
 * three. A source without a ledger row is an error too.
 */
final class LedgerBalance {
  private static final int PROBLEMS_SHOWN = 10;

  private final Map<String, Tally> articles;
  private final Map<String, Tally> duplicates;
  private final Map<String, Tally> rejects;

  /** Tallies by {@code source_uri}, counted from the written files. */
  LedgerBalance(
      Map<String, Tally> articles, Map<String, Tally> duplicates, Map<String, Tally> rejects) {
    this.articles = articles;
    this.duplicates = duplicates;
    this.rejects = rejects;
  }

  /**
   * The ledger with all its counts, one row a source, sorted by it.
   *
   * @param parts rows as the job wrote them; a source read in several windows has one row a window
   * @param inputs uris of the files that were to be read
   * @throws RunRefused naming the first sources that do not balance
   */
  List<LedgerEntry> complete(List<LedgerEntry> parts, List<String> inputs) throws RunRefused {
    Map<String, List<LedgerEntry>> bySource =
        parts.stream()
            .collect(
                Collectors.groupingBy(
                    LedgerEntry::getSourceUri, TreeMap::new, Collectors.toList()));
    List<String> problems = new ArrayList<>();
    List<LedgerEntry> ledger = new ArrayList<>();
    for (List<LedgerEntry> windows : bySource.values()) {
      LedgerEntry row = counted(joined(windows));
      problems.addAll(problems(row));
      ledger.add(row);
    }
    problems.addAll(withoutLedger(bySource.keySet()));
    problems.addAll(notRead(ledger, inputs));
    if (!problems.isEmpty()) {
      throw new RunRefused(message(problems));
    }
    return ledger;
  }

  private List<String> withoutLedger(Set<String> sources) {
    Set<String> unknown = new TreeSet<>();
    List.of(articles, duplicates, rejects).forEach(tally -> unknown.addAll(tally.keySet()));
    unknown.removeAll(sources);
    return unknown.stream()
        .map(source -> source + ": rows were written, but it is not in the ledger")
        .toList();
  }

  private static List<String> notRead(List<LedgerEntry> ledger, List<String> inputs) {
    Set<String> files = new HashSet<>();
    ledger.forEach(row -> files.add(row.getSourceUri()));
    ledger.forEach(row -> files.add(Sources.file(row)));
    return inputs.stream()
        .filter(uri -> !files.contains(uri))
        .map(uri -> uri + ": the file was matched, but it is not in the ledger")
        .toList();
  }

  private static String message(List<String> problems) {
    String shown =
        problems.stream().limit(PROBLEMS_SHOWN).collect(Collectors.joining("\n  ", "\n  ", ""));
    int more = problems.size() - PROBLEMS_SHOWN;
    return "the ledger does not balance, so nothing was published:"
        + shown
        + (more > 0 ? "\n  and " + more + " more" : "");
  }

  /**
   * One row for all windows of a source: counts add up, bytes and checksum are the last window's,
   * which covers all, and it was read if any window was.
   */
  private static LedgerEntry joined(List<LedgerEntry> windows) {
    List<LedgerEntry> inOrder =
        windows.stream().sorted(Comparator.comparing(LedgerEntry::getBytes)).toList();
    LedgerEntry last = inOrder.get(inOrder.size() - 1);
    LedgerEntry told =
        inOrder.stream().filter(window -> window.getDetector() != null).findFirst().orElse(last);
    return LedgerEntry.newBuilder(last)
        .setStatus(told.getStatus())
        .setDetector(told.getDetector())
        .setSplit(windows.stream().mapToInt(LedgerEntry::getSplit).sum())
        .setLines(windows.stream().mapToInt(LedgerEntry::getLines).sum())
        .setLinesFrame(windows.stream().mapToInt(LedgerEntry::getLinesFrame).sum())
        .build();
  }

  private LedgerEntry counted(LedgerEntry row) {
    Tally published = articles.getOrDefault(row.getSourceUri(), Tally.NOTHING);
    Tally repeated = duplicates.getOrDefault(row.getSourceUri(), Tally.NOTHING);
    Tally rejected = rejects.getOrDefault(row.getSourceUri(), Tally.NOTHING);
    return LedgerEntry.newBuilder(row)
        .setPublished(published.rows())
        .setDuplicates(repeated.rows())
        .setRejects(rejected.rows())
        .setLinesPublished(published.lines())
        .setLinesDuplicates(repeated.lines())
        .setLinesRejects(rejected.lines())
        .build();
  }

  private static List<String> problems(LedgerEntry row) {
    List<String> problems = new ArrayList<>();
    int pieces = row.getPublished() + row.getDuplicates() + row.getRejects();
    if (row.getSplit() != pieces) {
      problems.add(
          "%s: %d pieces were split, but %d articles + %d duplicates + %d rejects were written"
              .formatted(
                  row.getSourceUri(),
                  row.getSplit(),
                  row.getPublished(),
                  row.getDuplicates(),
                  row.getRejects()));
    }
    int lines =
        row.getLinesFrame()
            + row.getLinesPublished()
            + row.getLinesDuplicates()
            + row.getLinesRejects();
    if (row.getLines() != lines) {
      problems.add(
          ("%s: %d lines were read, but %d in frames + %d in articles + %d in duplicates + %d in"
                  + " rejects were written")
              .formatted(
                  row.getSourceUri(),
                  row.getLines(),
                  row.getLinesFrame(),
                  row.getLinesPublished(),
                  row.getLinesDuplicates(),
                  row.getLinesRejects()));
    }
    return problems;
  }
}
