package io.winnow.finish;

import io.winnow.clean.LearnedLines;
import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.Draft;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Learned;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a draft, and what was decided about it, into the rows that it becomes. */
public final class ArticleFinisher implements Serializable {
  private static final long serialVersionUID = 1;

  private final boolean keepBoilerplate;

  /**
   * @param keepBoilerplate whether learned lines stay in the text
   */
  public ArticleFinisher(boolean keepBoilerplate) {
    this.keepBoilerplate = keepBoilerplate;
  }

  /** The rows of one draft; it becomes an article or a duplicate, never both. */
  public Finished finish(
      Draft draft,
      Verdict verdict,
      @Nullable Learned learned,
      Fingerprint keys,
      @Nullable StoryMark signed,
      @Nullable StoryMark story) {
    Map<Long, Counts> recurring =
        keepBoilerplate || learned == null ? Map.of() : counts(draft, learned);
    Article article = LearnedLines.finish(draft, recurring.keySet());
    boolean kept = verdict.getDuplicateOf() == null;
    return new Finished(
        kept ? published(article, verdict, story) : null,
        kept ? null : duplicate(article, verdict),
        remembered(keys, verdict, signed, kept ? story : null),
        boilerplate(draft, recurring));
  }

  private static Fingerprint remembered(
      Fingerprint keys, Verdict verdict, @Nullable StoryMark signed, @Nullable StoryMark story) {
    return Fingerprint.newBuilder(keys)
        .setKept(verdict.getDuplicateOf() == null)
        .setClusterId(verdict.getClusterId())
        .setStorySignature(signed == null ? null : signed.getSignature())
        .setStoryId(story == null ? null : story.getStoryId())
        .setStoryLabel(story == null ? null : story.getStoryLabel())
        .setStoryEarlier(story == null ? List.of() : story.getStoryEarlier())
        .build();
  }

  private static Article published(Article article, Verdict verdict, @Nullable StoryMark story) {
    return Article.newBuilder(article)
        .setClusterId(verdict.getClusterId())
        .setClusterSize(verdict.getClusterSize())
        .setAlsoAt(verdict.getAlsoAt())
        .setRevisionOf(verdict.getRevisionOf())
        .setStoryId(story == null ? null : story.getStoryId())
        .setStoryLabel(story == null ? null : story.getStoryLabel())
        .setStoryEarlier(story == null ? List.of() : story.getStoryEarlier())
        .build();
  }

  private static Duplicate duplicate(Article article, Verdict verdict) {
    return Duplicate.newBuilder()
        .setRunId(article.getRunId())
        .setId(article.getId())
        .setFirstSeen(article.getFirstSeen())
        .setSourceUri(article.getSourceUri())
        .setSourceFormat(article.getSourceFormat())
        .setSourceId(article.getSourceId())
        .setSourceOrdinal(article.getSourceOrdinal())
        .setStartLine(article.getStartLine())
        .setEndLine(article.getEndLine())
        .setStartOffset(article.getStartOffset())
        .setEndOffset(article.getEndOffset())
        .setLines(article.getLines())
        .setUrl(article.getUrl())
        .setTitle(article.getTitle())
        .setLang(article.getLang())
        .setPublished(article.getPublished())
        .setDuplicateOf(verdict.getDuplicateOf())
        .setDuplicateOfRun(verdict.getDuplicateOfRun())
        .setClusterId(verdict.getClusterId())
        .setMethod(verdict.getMethod())
        .setSimilarity(verdict.getSimilarity())
        .setText(article.getText())
        .setSplitCues(article.getSplitCues())
        .build();
  }

  private static List<Boilerplate> boilerplate(Draft draft, Map<Long, Counts> recurring) {
    List<Boilerplate> rows = new ArrayList<>();
    for (Map.Entry<Long, Counts> line : recurring.entrySet()) {
      Set<Long> one = Set.of(line.getKey());
      List<String> dropped = LearnedLines.lines(draft, one);
      if (!dropped.isEmpty()) {
        rows.add(
            Boilerplate.newBuilder()
                .setRunId(draft.getArticle().getRunId())
                .setSite(draft.getLearningSite())
                .setLine(dropped.get(0))
                .setArticles(line.getValue().articles())
                .setSiteArticles(line.getValue().siteArticles())
                .setDropped(dropped.size())
                .build());
      }
    }
    return rows;
  }

  /** Of the lines that were learned, those that the article has. */
  private static Map<Long, Counts> counts(Draft draft, Learned learned) {
    Set<Long> own = Set.copyOf(LearnedLines.keys(draft));
    Map<Long, Counts> counts = new TreeMap<>();
    for (int i = 0; i < learned.getLines().size(); i++) {
      Long line = learned.getLines().get(i);
      if (own.contains(line)) {
        counts.put(line, new Counts(learned.getArticles().get(i), learned.getSiteArticles()));
      }
    }
    return counts;
  }

  private record Counts(int articles, int siteArticles) {}
}
