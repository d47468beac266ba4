package io.winnow.takedown;

import io.winnow.publish.PublishedRun;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What goes from one run.
 *
 * @param articles ids of articles
 * @param duplicates ids of duplicates
 * @param rejects ids of rejects of which nothing but their place stays
 */
public record RunRemoval(
    PublishedRun run, Set<String> articles, Set<String> duplicates, Set<String> rejects) {
  static RunRemoval nothing(PublishedRun run) {
    return new RunRemoval(run, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  public boolean isEmpty() {
    return articles.isEmpty() && duplicates.isEmpty() && rejects.isEmpty();
  }

  /** Whether a published text is among it. */
  boolean hasTexts() {
    return !articles.isEmpty() || !duplicates.isEmpty();
  }

  boolean has(String id) {
    return articles.contains(id) || duplicates.contains(id);
  }

  void addAllTo(Collection<String> ids) {
    ids.addAll(articles);
    ids.addAll(duplicates);
    ids.addAll(rejects);
  }
}
