package io.winnow.publish;

import io.winnow.text.Scripts;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Refuses a run that replaces itself without an article that duplicates of other runs repeat:
 * {@code duplicate_of} must always name a published article.
 *
 * <p>{@code revision_of} may name an article that is gone; it tells of the past.
 */
public record GateOnOrphans() implements Gate {
  private static final int SHOWN = 20;
  private static final int TITLE = 60;

  @Override
  public Optional<GateRefusal> refuses(PublishedRun run, PublishedRuns published)
      throws IOException {
    Orphans orphans = Orphans.of(run, published);
    return orphans.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GateRefusal(
                "orphans", message(run.manifest().runId(), orphans), orphans.titles().size(), 0));
  }

  private static String message(String runId, Orphans orphans) {
    int articles = orphans.titles().size();
    return "run %s would lose %s that %s of other runs (%s) repeat: %s (give it what it read at first, with --inputs=all where another run has read the same files; or --orphans=publish publishes the best of those duplicates in their place)"
        .formatted(
            runId,
            counted(articles, "article"),
            counted(orphans.count(), "duplicate"),
            orphans.runs().entrySet().stream()
                .map(run -> run.getKey().manifest().runId() + ": " + run.getValue())
                .collect(Collectors.joining(", ")),
            orphans.titles().entrySet().stream()
                    .limit(SHOWN)
                    .map(GateOnOrphans::shown)
                    .collect(Collectors.joining(", "))
                + (articles > SHOWN ? " and " + (articles - SHOWN) + " more" : ""));
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String shown(Map.Entry<String, String> article) {
    String title = article.getValue().replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return "“%s” (%s)".formatted(Scripts.head(title, TITLE), article.getKey());
  }
}
