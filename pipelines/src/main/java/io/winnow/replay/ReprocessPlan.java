package io.winnow.replay;

import io.winnow.clean.Selection;
import io.winnow.dedupe.SourceGlob;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.Sources;
import io.winnow.read.SourceFile;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which files are read again as a whole, and what of earlier runs that replaces.
 *
 * <p>A file is read again where it still is what it was, by its SHA-256; an archive with all its
 * members. What runs have read of a version that is no longer there stays.
 *
 * @param files to read, by uri
 * @param superseded what goes from earlier runs
 * @param left versions that cannot be read again, with the reason for people, a line each
 */
public record ReprocessPlan(List<SourceFile> files, Superseded superseded, List<String> left) {
  public ReprocessPlan {
    files = List.copyOf(files);
    left = List.copyOf(left);
  }

  /**
   * Plans it.
   *
   * @param globs over the uris of sources and of the archives that hold them
   * @param runs that count, by sequence
   * @param input where the dumps lie; null where the runs have told
   */
  public static ReprocessPlan of(
      List<SourceGlob> globs, List<PublishedRun> runs, @Nullable String input, Dumps dumps)
      throws IOException {
    Map<ReadVersion, Map<String, Set<String>>> read = read(globs, runs);
    Map<ReadVersion, String> inputs =
        input == null ? ReadVersion.inputs(runs, read.keySet()) : Map.of();
    Map<String, Map<String, SourceFile>> matched = new HashMap<>();
    Map<String, SourceFile> files = new TreeMap<>();
    Map<String, Set<String>> superseded = new HashMap<>();
    List<String> left = new ArrayList<>();
    for (ReadVersion version : read.keySet()) {
      String where = input == null ? inputs.getOrDefault(version, "") : input;
      if (!matched.containsKey(where)) {
        matched.put(where, where.isEmpty() ? Map.of() : dumps.matched(where));
      }
      SourceFile file = matched.get(where).get(version.uri());
      if (file == null) {
        left.add(version.uri() + ": the file is not there; --input says where it lies now");
      } else if (!dumps.sha256(file).equals(Optional.of(version.sha256()))) {
        left.add(version.uri() + ": the file is not what it was when it was read");
      } else {
        files.put(version.uri(), file);
        read.get(version)
            .forEach(
                (run, sources) ->
                    superseded.computeIfAbsent(run, id -> new TreeSet<>()).addAll(sources));
      }
    }
    return new ReprocessPlan(List.copyOf(files.values()), new Superseded(superseded), left);
  }

  /** By version of a file, then by run: the sources in it that the run has rows of. */
  private static Map<ReadVersion, Map<String, Set<String>>> read(
      List<SourceGlob> globs, List<PublishedRun> runs) throws IOException {
    Map<ReadVersion, Map<String, Set<String>>> read = new TreeMap<>(ReadVersion.ORDER);
    Set<ReadVersion> wanted = new TreeSet<>(ReadVersion.ORDER);
    for (PublishedRun run : runs) {
      run.forEachWith(
          ReadVersion.COLUMNS,
          Dataset.LEDGER,
          row -> {
            if (Sources.isRead(row) || row.getStatus().equals(Selection.REPLAYED)) {
              ReadVersion version = ReadVersion.of(row);
              if (globs.stream()
                  .anyMatch(
                      glob -> glob.matches(row.getSourceUri()) || glob.matches(version.uri()))) {
                wanted.add(version);
              }
              read.computeIfAbsent(version, key -> new TreeMap<>())
                  .computeIfAbsent(run.manifest().runId(), id -> new TreeSet<>())
                  .add(row.getSourceUri());
            }
          });
    }
    read.keySet().retainAll(wanted);
    return read;
  }
}
