package io.winnow.learn;

import io.winnow.clean.LearnedLines;
import io.winnow.schema.Draft;
import java.util.function.BiConsumer;

/**
 * Notes which lines articles have that may be boilerplate of their sites, packed for {@link
 * LearnBoilerplate}. Holds 16 MB at most.
 */
public final class SeenLines {
  private final int buckets;
  private final BiConsumer<Integer, byte[]> lines;
  private final BiConsumer<Integer, byte[]> articles;
  private final SightingBlocks linesOfSites = new SightingBlocks();
  private final SightingBlocks articlesOfSites = new SightingBlocks();

  /**
   * @param buckets parts of the learning, and groups of articles that are told
   * @param lines takes blocks of lines, by bucket
   * @param articles takes blocks of articles, by bucket
   */
  public SeenLines(
      int buckets, BiConsumer<Integer, byte[]> lines, BiConsumer<Integer, byte[]> articles) {
    this.buckets = buckets;
    this.lines = lines;
    this.articles = articles;
  }

  /** Notes an article; nothing of one without a known site. */
  public void add(Draft draft) {
    if (draft.getLearningSite() == null) {
      return;
    }
    long site = LearnBoilerplate.site(draft.getLearningSite());
    long content = Long.parseUnsignedLong(draft.getArticle().getContentSha256(), 0, 16, 16);
    int group = ArticleGroups.group(draft.getArticle().getId(), buckets);
    articlesOfSites.add(bucket(site, buckets), Sighting.ofArticle(site, content, group), articles);
    for (long line : LearnedLines.keys(draft)) {
      int bucket = bucket(site ^ line, buckets);
      linesOfSites.add(bucket, Sighting.ofLine(site, line, content), lines);
    }
  }

  /** Hands over what is left. */
  public void flush() {
    articlesOfSites.flush(articles);
    linesOfSites.flush(lines);
  }

  static int bucket(long hash, int buckets) {
    return (int) Long.remainderUnsigned(hash * 0x9E3779B97F4A7C15L >>> 20, buckets);
  }
}
