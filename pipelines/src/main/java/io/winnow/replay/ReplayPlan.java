package io.winnow.replay;

import io.winnow.clean.Selection;
import io.winnow.publish.PublishedRun;
import io.winnow.read.SourceFile;
import io.winnow.replay.ReadVersion.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rejects are run again, and from which files.
 *
 * <p>Pieces are only what they were where their source is: context, headings, fields and addresses
 * are in no row of a reject. So each file is read again, and only where it still is the one that
 * was read, by its SHA-256.
 *
 * @param files to read, by uri
 * @param pieces that are run again, by source and id
 * @param unread sources of which nothing could be read: every piece of them goes on
 * @param left pieces that cannot be run again, with the reason for people
 */
public record ReplayPlan(
    List<SourceFile> files, List<Rejected> pieces, Set<String> unread, Map<Rejected, String> left) {
  public ReplayPlan {
    files = List.copyOf(files);
    pieces = List.copyOf(pieces);
    unread = Set.copyOf(unread);
  }

  /**
   * Plans a replay.
   *
   * @param pieces to be run again
   * @param runs that count, by sequence
   * @param input where the dumps lie; null where the runs have told
   */
  public static ReplayPlan of(
      List<Rejected> pieces, List<PublishedRun> runs, @Nullable String input, Dumps dumps)
      throws IOException {
    Map<String, Map<String, Source>> sources = ReadVersion.sources(pieces, runs);
    Map<ReadVersion, String> problems = new HashMap<>();
    Map<String, SourceFile> files = new TreeMap<>();
    Map<String, ReadVersion> chosen = new HashMap<>();
    Set<ReadVersion> versions =
        sources.values().stream()
            .flatMap(ofRun -> ofRun.values().stream())
            .map(Source::version)
            .collect(Collectors.toSet());
    Map<ReadVersion, String> inputs = input == null ? ReadVersion.inputs(runs, versions) : Map.of();
    Map<String, Map<String, SourceFile>> matched = new HashMap<>();
    for (Rejected piece : pieces) {
      ReadVersion version = source(sources, piece).version();
      if (problems.containsKey(version) || version.equals(chosen.get(version.uri()))) {
        continue;
      }
      String where = input == null ? inputs.getOrDefault(version, "") : input;
      if (!matched.containsKey(where)) {
        matched.put(where, where.isEmpty() ? Map.of() : dumps.matched(where));
      }
      SourceFile file = Objects.requireNonNull(matched.get(where)).get(version.uri());
      if (file == null) {
        problems.put(version, "the file is not there; --input says where it lies now");
      } else if (!dumps.sha256(file).equals(Optional.of(version.sha256()))) {
        problems.put(version, "the file is not what it was when it was read");
      } else if (chosen.containsKey(version.uri())) {
        problems.put(version, "another version of the file comes first; replay once more");
      } else {
        chosen.put(version.uri(), version);
        files.put(version.uri(), file);
      }
    }
    return divided(pieces, sources, problems, List.copyOf(files.values()));
  }

  private static ReplayPlan divided(
      List<Rejected> pieces,
      Map<String, Map<String, Source>> sources,
      Map<ReadVersion, String> problems,
      List<SourceFile> files) {
    List<Rejected> going = new ArrayList<>();
    Set<String> unread = new HashSet<>();
    Map<Rejected, String> left = new LinkedHashMap<>();
    for (Rejected piece : pieces) {
      Source source = source(sources, piece);
      String problem = problems.get(source.version());
      if (problem != null) {
        left.put(piece, problem);
      } else {
        going.add(piece);
        if (source.unread()) {
          unread.add(piece.sourceUri());
        }
      }
    }
    return new ReplayPlan(files, going, unread, left);
  }

  private static Source source(Map<String, Map<String, Source>> sources, Rejected piece) {
    return Objects.requireNonNull(
        Objects.requireNonNull(sources.get(piece.run())).get(piece.sourceUri()),
        () -> "no ledger row of " + piece.sourceUri());
  }

  /** The pieces, as the step that cleans selects them. */
  public Selection selection() {
    return new Selection(
        pieces.stream()
            .collect(
                Collectors.groupingBy(
                    Rejected::sourceUri, Collectors.mapping(Rejected::id, Collectors.toSet()))),
        unread);
  }

  /** How many pieces cannot be run again, by source and why, a line each. */
  public List<String> leftLines() {
    Map<String, Long> counts =
        left.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.getKey().sourceUri() + ": " + each.getValue(),
                    TreeMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(each -> "%d in %s".formatted(each.getValue(), each.getKey()))
        .toList();
  }
}
