package io.winnow.publish;

import io.winnow.dedupe.Fingerprints;
import io.winnow.publish.PublishedRun.RowConsumer;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an output shows its readers, all of one moment, sorted by sequence. */
public final class PublishedRuns {
  private static final int ATTEMPTS = 20;

  private final SortedMap<String, String> published;
  private final List<PublishedRun> runs;
  private final List<PublishedPack> packs;
  private final ExpiredRuns expired;

  private PublishedRuns(
      SortedMap<String, String> published,
      List<PublishedRun> runs,
      List<PublishedPack> packs,
      ExpiredRuns expired) {
    this.published = published;
    this.runs = List.copyOf(runs);
    this.packs = List.copyOf(packs);
    this.expired = expired;
  }

  /**
   * Reads the manifests of all published runs.
   *
   * @throws IOException when one cannot be read, other than because it was just replaced
   */
  public static PublishedRuns read(OutputStore output) throws IOException {
    for (int attempt = 1; ; attempt++) {
      SortedMap<String, String> published = output.published();
      try {
        return read(output, published);
      } catch (NoSuchFileException | FileNotFoundException e) {
        if (attempt == ATTEMPTS || output.published().equals(published)) {
          throw e;
        }
      }
    }
  }

  private static PublishedRuns read(OutputStore output, SortedMap<String, String> published)
      throws IOException {
    List<String> folders =
        published.entrySet().stream()
            .filter(entry -> RunId.isAllowed(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    List<PublishedPack> packs = PublishedPack.all(output, published);
    List<PublishedRun> runs = Manifests.read(output, folders);
    Map<String, PublishedPack> packOf = new HashMap<>();
    packs.forEach(pack -> pack.pack().runs().forEach(run -> packOf.put(run, pack)));
    runs.replaceAll(run -> run.in(packOf.get(run.manifest().runId())));
    runs.sort(PublishedRun.BY_SEQUENCE);
    return new PublishedRuns(published, runs, packs, ExpiredRuns.read(output, published));
  }

  /** Whether readers are still shown the same. */
  public boolean areCurrent(OutputStore output) throws IOException {
    return output.published().equals(published);
  }

  /** Those of them that share their files with others, by name. */
  List<PublishedPack> packs() {
    return packs;
  }

  /** All of them, by sequence. */
  public List<PublishedRun> all() {
    return runs;
  }

  /** What is remembered of runs that were removed. */
  public ExpiredRuns expired() {
    return expired;
  }

  /** The runs of a pack, by sequence. */
  List<PublishedRun> in(PublishedPack pack) {
    return runs.stream().filter(run -> pack.equals(run.pack())).toList();
  }

  /** The published run of that id. */
  public Optional<PublishedRun> find(String runId) {
    return runs.stream().filter(run -> run.manifest().runId().equals(runId)).findFirst();
  }

  /**
   * The runs whose fingerprints cannot be compared with those of {@code version}. A run without
   * fingerprints is none of them.
   */
  public List<PublishedRun> withOtherFingerprints(int version) {
    return runs.stream()
        .filter(run -> run.manifest().fingerprintVersion() != version)
        .filter(run -> run.manifest().count(Dataset.FINGERPRINTS.name()) > 0)
        .toList();
  }

  /** What a run called {@code runId} may see of the others. */
  public History historyFor(String runId) throws IOException {
    Optional<PublishedRun> before = find(runId);
    List<PublishedRun> others =
        runs.stream().filter(run -> !before.equals(Optional.of(run))).toList();
    Map<String, Long> sequences = new TreeMap<>();
    others.forEach(run -> sequences.put(run.manifest().runId(), run.manifest().sequence()));
    expired.all().forEach(run -> sequences.put(run.runId(), run.sequence()));
    long sequence =
        before
            .map(run -> run.manifest().sequence())
            .orElseGet(
                () -> 1 + sequences.values().stream().mapToLong(Long::longValue).max().orElse(0));
    return new History(
        sequence,
        before.map(run -> run.manifest().logicalDate()),
        sequences,
        knownSha256(others, expired),
        fingerprints(others, expired, sequence),
        expired.countFingerprints(Fingerprints.VERSION)
            + others.stream()
                .filter(run -> run.manifest().sequence() < sequence)
                .mapToLong(run -> run.manifest().count(Dataset.FINGERPRINTS.name()))
                .sum());
  }

  private static List<String> fingerprints(
      List<PublishedRun> others, ExpiredRuns expired, long sequence) {
    return Stream.concat(
            expired.fingerprints(Fingerprints.VERSION).stream(),
            others.stream()
                .filter(run -> run.manifest().sequence() < sequence)
                .flatMap(run -> run.locations(Dataset.FINGERPRINTS).stream())
                .distinct())
        .toList();
  }

  private static Map<String, List<String>> knownSha256(
      List<PublishedRun> others, ExpiredRuns expired) throws IOException {
    Map<String, TreeSet<String>> known = new TreeMap<>();
    RowConsumer<LedgerEntry> learn =
        row -> {
          if (Sources.isRead(row) && !row.getFileSha256().isEmpty()) {
            known
                .computeIfAbsent(Sources.file(row), uri -> new TreeSet<>())
                .add(row.getFileSha256());
          }
        };
    expired.forEach(Dataset.LEDGER, learn);
    forEachSource(others, learn);
    Map<String, List<String>> lists = new TreeMap<>();
    known.forEach((uri, hashes) -> lists.put(uri, List.copyOf(hashes)));
    return lists;
  }

  /** The ledgers of some runs; a pack is read once, whatever number of them it holds. */
  private static void forEachSource(List<PublishedRun> runs, RowConsumer<LedgerEntry> consumer)
      throws IOException {
    Set<String> wanted = new HashSet<>();
    runs.forEach(run -> wanted.add(run.manifest().runId()));
    Set<PublishedPack> read = new HashSet<>();
    for (PublishedRun run : runs) {
      if (run.pack() == null) {
        run.forEach(Dataset.LEDGER, consumer);
      } else if (read.add(run.pack())) {
        run.pack()
            .forEach(
                run.output(),
                Dataset.LEDGER,
                row -> {
                  if (wanted.contains(row.getRunId())) {
                    consumer.accept(row);
                  }
                });
      }
    }
  }
}
