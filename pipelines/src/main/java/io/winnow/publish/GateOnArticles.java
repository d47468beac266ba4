package io.winnow.publish;

import java.util.Optional;

/**
 * Refuses a run that would publish too few articles; those of files that were unchanged do not
 * count, because this run does not publish them.
 *
 * @param least smallest number of articles
 */
public record GateOnArticles(long least) implements Gate {
  @Override
  public Optional<GateRefusal> refuses(PublishedRun run, PublishedRuns published) {
    long articles = run.manifest().count("articles");
    if (articles >= least) {
      return Optional.empty();
    }
    return Optional.of(
        new GateRefusal(
            "min-articles",
            "the run has %d articles, fewer than --minArticles=%d".formatted(articles, least),
            articles,
            least));
  }
}
