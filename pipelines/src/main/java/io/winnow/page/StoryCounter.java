package io.winnow.page;

import io.winnow.page.RunFacts.Stories;
import io.winnow.page.RunFacts.Story;
import io.winnow.schema.Article;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts the articles of each story of a run, in any order; keeps their sources, never a text. */
final class StoryCounter {
  private static final int MAX_STORIES = 10;
  private static final int MAX_IDS = 3;

  private static final class Count {
    final Set<String> sources = new HashSet<>();
    final Top<String> ids = new Top<>(MAX_IDS, Comparator.naturalOrder());
    String label = "";
    long articles;
  }

  private final Map<String, Count> stories = new HashMap<>();

  /** Adds an article; one of no story counts nothing. */
  void add(Article article) {
    String story = article.getStoryId();
    if (story == null) {
      return;
    }
    Count count = stories.computeIfAbsent(story, id -> new Count());
    count.articles++;
    count.sources.add(SourceName.of(article));
    count.ids.add(article.getId());
    String label = article.getStoryLabel();
    if (label != null && (count.label.isEmpty() || label.compareTo(count.label) < 0)) {
      count.label = label;
    }
  }

  Stories stories() {
    Top<Story> largest =
        new Top<>(
            MAX_STORIES,
            Comparator.comparingLong(Story::articles).reversed().thenComparing(Story::id));
    stories.forEach(
        (id, count) ->
            largest.add(
                new Story(
                    id, count.label, count.articles, count.sources.size(), count.ids.list())));
    return new Stories(
        stories.size(),
        stories.values().stream().mapToLong(count -> count.articles).sum(),
        largest.list());
  }
}
