package io.winnow.replay;

import io.winnow.publish.PublishException.RunRefused;
import io.winnow.publish.PublishedRun;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the articles are now that duplicates of other sources repeat. */
final class Originals {
  /** Runs that a message names. */
  private static final int SHOWN = 10;

  /** By id: what the run has published, or found to repeat another. */
  private final Map<String, Original> now = new HashMap<>();

  /** By run, then by id of the duplicate. */
  private final Map<String, Map<String, Original>> moved = new HashMap<>();

  /** By run: duplicates whose original does not come again. */
  private final Map<String, Integer> orphans = new TreeMap<>();

  private Originals() {}

  /** An article that others repeat. */
  record Original(String id, String run, String cluster) {}

  /**
   * Looks at all duplicates.
   *
   * @param run that read the sources again
   * @param others all other published runs
   */
  static Originals of(PublishedRun run, List<PublishedRun> others, Superseded superseded)
      throws IOException {
    Originals originals = new Originals();
    originals.read(run);
    Map<String, Set<String>> gone = gone(others, superseded);
    for (PublishedRun other : others) {
      originals.look(other, gone, superseded);
    }
    return originals;
  }

  private void read(PublishedRun run) throws IOException {
    String id = run.manifest().runId();
    run.forEach(
        Dataset.ARTICLES,
        row -> {
          String article = row.get("id").toString();
          now.put(article, new Original(article, id, row.get("cluster_id").toString()));
        },
        "id",
        "cluster_id");
    run.forEach(
        Dataset.DUPLICATES,
        row ->
            now.put(
                row.get("id").toString(),
                new Original(
                    row.get("duplicate_of").toString(),
                    row.get("duplicate_of_run").toString(),
                    row.get("cluster_id").toString())),
        "id",
        "duplicate_of",
        "duplicate_of_run",
        "cluster_id");
  }

  /** Ids of the articles of superseded sources, by run. */
  private static Map<String, Set<String>> gone(List<PublishedRun> others, Superseded superseded)
      throws IOException {
    Map<String, Set<String>> gone = new HashMap<>();
    for (PublishedRun other : others) {
      String id = other.manifest().runId();
      if (superseded.has(id)) {
        Set<String> ids = new HashSet<>();
        other.forEach(
            Dataset.ARTICLES,
            row -> {
              if (superseded.has(id, row.get("source_uri").toString())) {
                ids.add(row.get("id").toString());
              }
            },
            "id",
            "source_uri");
        gone.put(id, ids);
      }
    }
    return gone;
  }

  private void look(PublishedRun run, Map<String, Set<String>> gone, Superseded superseded)
      throws IOException {
    String id = run.manifest().runId();
    run.forEach(
        Dataset.DUPLICATES,
        row -> {
          String original = row.get("duplicate_of").toString();
          Set<String> ids = gone.get(row.get("duplicate_of_run").toString());
          if (ids != null
              && ids.contains(original)
              && !superseded.has(id, row.get("source_uri").toString())) {
            move(id, row.get("id").toString(), now.get(original));
          }
        },
        "id",
        "source_uri",
        "duplicate_of",
        "duplicate_of_run");
  }

  private void move(String run, String duplicate, @Nullable Original original) {
    if (original == null) {
      orphans.merge(run, 1, Integer::sum);
    } else {
      moved.computeIfAbsent(run, id -> new HashMap<>()).put(duplicate, original);
    }
  }

  /** The duplicates of a run that are to be pointed elsewhere, by id. */
  Map<String, Original> movedFor(String run) {
    return moved.getOrDefault(run, Map.of());
  }

  /**
   * Finds out whether every duplicate still has an original.
   *
   * @throws RunRefused when one has not
   */
  void requireAll() throws RunRefused {
    if (!orphans.isEmpty()) {
      throw new RunRefused(
          "%d duplicates of other sources (%s) repeat articles that would come back as none, so nothing was published; name their sources, too, or keep rules by which those articles stay"
              .formatted(
                  orphans.values().stream().mapToInt(Integer::intValue).sum(),
                  orphans.entrySet().stream()
                      .limit(SHOWN)
                      .map(run -> run.getKey() + ": " + run.getValue())
                      .collect(Collectors.joining(", "))));
    }
  }
}
