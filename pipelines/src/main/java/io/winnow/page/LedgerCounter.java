package io.winnow.page;

import io.winnow.page.RunFacts.Flow;
import io.winnow.page.RunFacts.Input;
import io.winnow.page.RunFacts.Source;
import io.winnow.page.RunFacts.Troubled;
import io.winnow.schema.LedgerEntry;
import java.util.Comparator;
import java.util.List;

/** Sums the rows of a ledger, in any order; keeps a few of them, those with trouble first. */
final class LedgerCounter {
  private static final int MAX_FILES = 50;
  private static final int MAX_NAMED = 5;

  private long files;
  private long unchanged;
  private long bytes;
  private Flow flow = new Flow(0, 0, 0, 0, 0, 0, 0, 0, 0);
  private final Names unreadable = new Names();
  private final Names barren = new Names();
  private final Tally.Counter charsets = new Tally.Counter();
  private final Tally.Counter formats = new Tally.Counter();
  private final Tally.Counter pieces = new Tally.Counter();
  private final Top<Source> kept =
      new Top<>(
          MAX_FILES,
          Comparator.comparingInt(LedgerCounter::rank)
              .thenComparing(Comparator.comparingLong(Source::bytes).reversed())
              .thenComparing(Source::uri));

  void add(LedgerEntry entry) {
    Source file =
        new Source(
            entry.getSourceUri(),
            entry.getStatus(),
            entry.getFormat(),
            entry.getCharset(),
            entry.getDetector(),
            entry.getBytes(),
            flow(entry));
    files++;
    bytes += file.bytes();
    unchanged += file.status().equals("unchanged") ? 1 : 0;
    if (isUnreadable(file)) {
      unreadable.add(file.uri());
    } else if (isBarren(file)) {
      barren.add(file.uri());
    }
    if (file.charset() != null) {
      charsets.add(file.charset());
    }
    formats.add(file.format());
    if (file.detector() != null) {
      pieces.add(file.detector(), file.flow().split());
    }
    flow = sum(flow, file.flow());
    kept.add(file);
  }

  Input input() {
    return new Input(files, unchanged, bytes, unreadable.troubled(), barren.troubled());
  }

  Flow flow() {
    return flow;
  }

  List<Source> files() {
    return kept.list();
  }

  Tally charsets() {
    return charsets.tally();
  }

  Tally formats() {
    return formats.tally();
  }

  /** Pieces by detector. */
  Tally pieces() {
    return pieces.tally();
  }

  private static int rank(Source file) {
    return isUnreadable(file) ? 0 : isBarren(file) ? 1 : 2;
  }

  private static boolean isUnreadable(Source file) {
    return file.status().equals("unreadable");
  }

  private static boolean isBarren(Source file) {
    Flow flow = file.flow();
    return file.status().equals("read")
        && flow.split() > 0
        && flow.published() + flow.duplicates() == 0;
  }

  private static Flow flow(LedgerEntry entry) {
    return new Flow(
        entry.getSplit(),
        entry.getPublished(),
        entry.getDuplicates(),
        entry.getRejects(),
        entry.getLines(),
        entry.getLinesPublished(),
        entry.getLinesDuplicates(),
        entry.getLinesRejects(),
        entry.getLinesFrame());
  }

  private static Flow sum(Flow a, Flow b) {
    return new Flow(
        a.split() + b.split(),
        a.published() + b.published(),
        a.duplicates() + b.duplicates(),
        a.rejects() + b.rejects(),
        a.lines() + b.lines(),
        a.linesPublished() + b.linesPublished(),
        a.linesDuplicates() + b.linesDuplicates(),
        a.linesRejects() + b.linesRejects(),
        a.linesFrame() + b.linesFrame());
  }

  /** Names that are counted, the first of them kept. */
  private static final class Names {
    private final Top<String> first = new Top<>(MAX_NAMED, Comparator.naturalOrder());
    private long count;

    void add(String name) {
      count++;
      first.add(name);
    }

    Troubled troubled() {
      return new Troubled(count, first.list());
    }
  }
}
