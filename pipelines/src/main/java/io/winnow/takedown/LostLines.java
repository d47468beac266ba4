package io.winnow.takedown;

import io.winnow.publish.PublishedRun;
import io.winnow.schema.Article;
import io.winnow.schema.DroppedSpan;
import io.winnow.text.Folding;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines that articles which go have lost as learned boilerplate: rows of {@code boilerplate} that
 * only they account for go with them.
 *
 * @param lines folded
 */
record LostLines(Set<String> lines) {
  private static final String LEARNED = "learned";

  static LostLines of(List<RunRemoval> removals) throws IOException {
    Set<String> lines = new HashSet<>();
    for (RunRemoval removal : removals) {
      if (!removal.articles().isEmpty()) {
        removal
            .run()
            .forEachWith(
                List.of("id", "dropped_spans"),
                Dataset.ARTICLES,
                row -> {
                  if (removal.articles().contains(row.getId())) {
                    lines.addAll(learned(row));
                  }
                });
      }
    }
    return new LostLines(lines);
  }

  /** Those of them that no article of the run that stays has lost, too. */
  Set<String> onlyOf(RunRemoval removal) throws IOException {
    if (lines.isEmpty() || !removal.hasTexts()) {
      return Set.of();
    }
    PublishedRun run = removal.run();
    Set<String> only = new HashSet<>(lines);
    run.forEachWith(
        List.of("id", "dropped_spans"),
        Dataset.ARTICLES,
        row -> {
          if (!removal.articles().contains(row.getId())) {
            only.removeAll(learned(row));
          }
        });
    return only;
  }

  private static List<String> learned(Article article) {
    return article.getDroppedSpans().stream()
        .filter(span -> span.getRule().equals(LEARNED))
        .map(DroppedSpan::getExcerpt)
        .map(Folding::words)
        .toList();
  }
}
