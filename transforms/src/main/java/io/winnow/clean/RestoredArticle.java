package io.winnow.clean;

import io.winnow.schema.Article;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Verdict;

/**
 * Makes an article of a duplicate that is to be published after all.
 *
 * <p>What no row keeps of a duplicate is unknown: links, authors, headings and quality signals are
 * empty, the kind is {@code other}, and how sure charset and split were is 0. Section, tags,
 * keywords and summary are left to the steps that make them.
 */
public final class RestoredArticle {
  private RestoredArticle() {}

  /**
   * @param remembered the fingerprint of the duplicate
   * @param source the ledger's row of its file
   * @param verdict that it stays
   */
  public static Article of(
      Duplicate row, Fingerprint remembered, LedgerEntry source, Verdict verdict) {
    String url = row.getUrl();
    boolean derived = Titles.derived(row.getText(), url).equals(row.getTitle());
    Article.Builder article =
        Article.newBuilder()
            .setRunId(row.getRunId())
            .setId(row.getId())
            .setFirstSeen(row.getFirstSeen())
            .setSourceUri(row.getSourceUri())
            .setSourceFormat(row.getSourceFormat())
            .setSourceId(row.getSourceId())
            .setSourceOrdinal(row.getSourceOrdinal())
            .setStartLine(row.getStartLine())
            .setEndLine(row.getEndLine())
            .setStartOffset(row.getStartOffset())
            .setEndOffset(row.getEndOffset())
            .setLines(row.getLines())
            .setCharset(source.getCharset() == null ? "UTF-8" : source.getCharset())
            .setCharsetConfidence(0)
            .setSplitDetector(source.getDetector() == null ? "single" : source.getDetector())
            .setSplitScore(0)
            .setSplitCues(row.getSplitCues())
            .setUrl(url)
            .setUrlRole(url == null ? null : remembered.getUrl() == null ? "subject" : "self")
            .setSite(url == null ? null : CanonicalUrl.site(url).orElse(null))
            .setTitle(row.getTitle())
            .setTitleOrigin(derived ? "derived" : "given")
            .setPublished(row.getPublished())
            .setPublishedOrigin(row.getPublished() == null ? null : "given")
            .setLang(row.getLang())
            .setKind("other")
            .setSeries(remembered.getSeries())
            .setPart(remembered.getPart())
            .setClusterId(verdict.getClusterId())
            .setClusterSize(verdict.getClusterSize())
            .setAlsoAt(verdict.getAlsoAt())
            .setRevisionOf(verdict.getRevisionOf());
    Article read = ArticleText.finish(article, row.getText(), row.getLang());
    return Article.newBuilder(read).setLang(row.getLang()).build();
  }
}
