package io.winnow.replay;

import io.winnow.publish.PublishedRun;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A piece that is still a reject: no run has published it, or found it to repeat an article.
 *
 * @param run that rejected it last
 * @param reason why it did
 */
public record Rejected(String run, String id, String sourceUri, String reason) {
  private static final Comparator<Rejected> ORDER =
      Comparator.comparing(Rejected::sourceUri).thenComparing(Rejected::id);

  /**
   * Those of some reasons, by source and id.
   *
   * @param runs all that count, by sequence
   * @param asked the runs whose rows are asked for
   */
  public static List<Rejected> find(
      List<PublishedRun> runs, Set<String> reasons, Predicate<PublishedRun> asked)
      throws IOException {
    Map<String, Rejected> last = new HashMap<>();
    for (PublishedRun run : runs) {
      boolean counts = asked.test(run);
      run.forEach(
          Dataset.REJECTS,
          row -> {
            String id = row.get("id").toString();
            String reason = row.get("reason").toString();
            if (counts && reasons.contains(reason)) {
              last.put(
                  id,
                  new Rejected(
                      run.manifest().runId(), id, row.get("source_uri").toString(), reason));
            } else {
              last.remove(id);
            }
          },
          "id",
          "source_uri",
          "reason");
    }
    for (PublishedRun run : last.isEmpty() ? List.<PublishedRun>of() : runs) {
      published(run).forEach(last::remove);
    }
    List<Rejected> found = new ArrayList<>(last.values());
    found.sort(ORDER);
    return found;
  }

  private static Set<String> published(PublishedRun run) throws IOException {
    Set<String> ids = new HashSet<>();
    for (Dataset<?> dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES)) {
      run.forEach(dataset, row -> ids.add(row.get("id").toString()), "id");
    }
    return ids;
  }
}
