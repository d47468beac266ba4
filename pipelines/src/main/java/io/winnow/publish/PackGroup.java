package io.winnow.publish;

import io.winnow.write.Dataset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs, and packs with theirs, that are to become one pack; it grows while it is planned. */
final class PackGroup {
  private final List<PublishedRun> runs = new ArrayList<>();
  private final List<PublishedPack> packs = new ArrayList<>();
  private final Map<String, Long> bytes = new TreeMap<>();

  /** Adds a run with files of its own. */
  void add(PublishedRun run) {
    runs.add(run);
    bytes(run).forEach((dataset, more) -> bytes.merge(dataset, more, Long::sum));
  }

  /** Adds a pack with its runs. */
  void add(PublishedPack pack, List<PublishedRun> itsRuns) {
    packs.add(pack);
    runs.addAll(itsRuns);
    bytes(pack).forEach((dataset, more) -> bytes.merge(dataset, more, Long::sum));
  }

  /** Whether no dataset has more than {@code most} bytes with {@code more} added. */
  boolean fits(Map<String, Long> more, long most) {
    return more.entrySet().stream()
        .allMatch(entry -> bytes.getOrDefault(entry.getKey(), 0L) + entry.getValue() <= most);
  }

  static Map<String, Long> bytes(PublishedRun run) {
    Map<String, Long> bytes = new TreeMap<>();
    for (Dataset<?> dataset : Dataset.all()) {
      bytes.put(dataset.name(), sum(run.dataFiles(dataset)));
    }
    return bytes;
  }

  static Map<String, Long> bytes(PublishedPack pack) {
    Map<String, Long> bytes = new TreeMap<>();
    for (Dataset<?> dataset : Dataset.all()) {
      bytes.put(dataset.name(), sum(pack.dataFiles(dataset)));
    }
    return bytes;
  }

  private static long sum(List<Manifest.DataFile> files) {
    return files.stream().mapToLong(Manifest.DataFile::bytes).sum();
  }

  /** By sequence. */
  List<PublishedRun> runs() {
    return runs.stream().sorted(PublishedRun.BY_SEQUENCE).toList();
  }

  /** Those that it replaces. */
  List<PublishedPack> packs() {
    return packs.stream().sorted(Comparator.comparing(PublishedPack::name)).toList();
  }

  /** Of all datasets. */
  long bytes() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
