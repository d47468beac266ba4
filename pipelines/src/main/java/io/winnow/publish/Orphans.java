package io.winnow.publish;

import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run that replaces itself would leave without an original: duplicates of other runs that
 * repeat an article which the run published before and would publish no more.
 *
 * @param titles of those articles by id, in the order of ids
 * @param runs that have such duplicates, by sequence, with their number
 */
record Orphans(Map<String, String> titles, Map<PublishedRun, Integer> runs) {
  private static final Orphans NONE = new Orphans(Map.of(), Map.of());

  /**
   * Reads columns of ids alone, and those only where a published run is replaced.
   *
   * @param staged the run, complete but for its pages
   * @param published what readers see now
   */
  static Orphans of(PublishedRun staged, PublishedRuns published) throws IOException {
    String runId = staged.manifest().runId();
    Optional<PublishedRun> before = published.find(runId);
    if (before.isEmpty()) {
      return NONE;
    }
    Map<PublishedRun, Map<String, Integer>> pointing = pointing(runId, published);
    Map<String, String> gone = new TreeMap<>();
    pointing.values().forEach(ids -> ids.keySet().forEach(id -> gone.put(id, "")));
    if (gone.isEmpty()) {
      return NONE;
    }
    staged.forEach(Dataset.ARTICLES, row -> gone.remove(row.get("id").toString()), "id");
    Map<String, String> titles = new TreeMap<>();
    before
        .get()
        .forEach(
            Dataset.ARTICLES,
            row -> {
              String id = row.get("id").toString();
              if (gone.containsKey(id)) {
                titles.put(id, row.get("title").toString());
              }
            },
            "id",
            "title");
    return new Orphans(titles, runs(pointing, titles.keySet()));
  }

  boolean isEmpty() {
    return titles.isEmpty();
  }

  /** Ids of such duplicates of a run. */
  Set<String> idsIn(PublishedRun run, String originalRun) throws IOException {
    Set<String> ids = new HashSet<>();
    run.forEach(
        Dataset.DUPLICATES,
        row -> {
          if (row.get("duplicate_of_run").toString().equals(originalRun)
              && titles.containsKey(row.get("duplicate_of").toString())) {
            ids.add(row.get("id").toString());
          }
        },
        "id",
        "duplicate_of",
        "duplicate_of_run");
    return ids;
  }

  /** How many duplicates they are. */
  int count() {
    return runs.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** By run and in the order of runs: how many of its duplicates repeat which article of ours. */
  private static Map<PublishedRun, Map<String, Integer>> pointing(
      String runId, PublishedRuns published) throws IOException {
    Map<PublishedRun, Map<String, Integer>> pointing = new LinkedHashMap<>();
    for (PublishedRun other : published.all()) {
      Map<String, Integer> ids = new HashMap<>();
      if (!other.manifest().runId().equals(runId)) {
        other.forEach(
            Dataset.DUPLICATES,
            row -> {
              if (row.get("duplicate_of_run").toString().equals(runId)) {
                ids.merge(row.get("duplicate_of").toString(), 1, Integer::sum);
              }
            },
            "duplicate_of",
            "duplicate_of_run");
      }
      pointing.put(other, ids);
    }
    return pointing;
  }

  private static Map<PublishedRun, Integer> runs(
      Map<PublishedRun, Map<String, Integer>> pointing, Set<String> gone) {
    Map<PublishedRun, Integer> runs = new LinkedHashMap<>();
    pointing.forEach(
        (run, ids) -> {
          int count = gone.stream().map(ids::get).filter(Objects::nonNull).mapToInt(it -> it).sum();
          if (count > 0) {
            runs.put(run, count);
          }
        });
    return runs;
  }
}
