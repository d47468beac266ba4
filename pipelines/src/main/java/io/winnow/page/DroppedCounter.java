package io.winnow.page;

import io.winnow.page.RunFacts.Dropped;
import io.winnow.schema.Article;
import io.winnow.schema.DroppedSpan;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what each rule removed from inside articles, in any order. */
final class DroppedCounter {
  private final Map<String, Count> rules = new TreeMap<>();

  void add(Article article) {
    Set<String> met = new HashSet<>();
    for (DroppedSpan span : article.getDroppedSpans()) {
      rules
          .computeIfAbsent(span.getRule(), rule -> new Count())
          .add(article.getId(), span, met.add(span.getRule()));
    }
  }

  /** By rule, those that removed most first. */
  List<Dropped> dropped() {
    return rules.entrySet().stream()
        .map(rule -> rule.getValue().dropped(rule.getKey()))
        .sorted(
            Comparator.comparingLong(Dropped::characters).reversed().thenComparing(Dropped::rule))
        .toList();
  }

  /** Its example is the first span of the article with the lowest id. */
  private static final class Count {
    private static final Comparator<Example> LOWEST =
        Comparator.comparing(Example::articleId).thenComparing(Example::from);

    private record Example(String articleId, int from, String excerpt) {}

    private long spans;
    private long articles;
    private long characters;
    private @Nullable Example example;

    void add(String articleId, DroppedSpan span, boolean firstOfArticle) {
      spans++;
      articles += firstOfArticle ? 1 : 0;
      characters += span.getToChar() - span.getFromChar();
      if (example == null
          || LOWEST.compare(new Example(articleId, span.getFromChar(), ""), example) < 0) {
        String excerpt = RunFactsCollector.excerpt(span.getExcerpt());
        example = new Example(articleId, span.getFromChar(), excerpt);
      }
    }

    Dropped dropped(String rule) {
      return new Dropped(
          rule, spans, articles, characters, example == null ? "" : example.excerpt());
    }
  }
}
