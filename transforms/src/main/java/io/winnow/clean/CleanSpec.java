package io.winnow.clean;

import io.winnow.quality.QualityRules;
import java.io.Serializable;

/**
 * Settings of cleaning.
 *
 * @param rules which lines are boilerplate
 * @param keepBoilerplate whether boilerplate stays in the text, that of rules and the learned
 * @param maxHtmlDepth elements within each other; a deeper page is {@code too-deep}
 * @param maxHtmlTags tags of one page; a page of more is {@code too-many-elements}
 * @param quality which texts are junk or no article
 */
public record CleanSpec(
    BoilerplateRules rules,
    boolean keepBoilerplate,
    int maxHtmlDepth,
    int maxHtmlTags,
    QualityRules quality)
    implements Serializable {
  /** Browsers give up at 512. */
  public static final int DEFAULT_MAX_HTML_DEPTH = 500;

  /** Long pages of news sites have 8,000; a book on one page has 50,000. */
  public static final int DEFAULT_MAX_HTML_TAGS = 400_000;

  public CleanSpec {
    if (maxHtmlDepth < 1 || maxHtmlDepth > 2000) {
      throw new IllegalArgumentException(
          "maxHtmlDepth must be between 1 and 2000, was: " + maxHtmlDepth);
    }
    if (maxHtmlTags < 1) {
      throw new IllegalArgumentException("maxHtmlTags must be at least 1, was: " + maxHtmlTags);
    }
  }

  /** With the default caps and quality. */
  public CleanSpec(BoilerplateRules rules, boolean keepBoilerplate) {
    this(
        rules,
        keepBoilerplate,
        DEFAULT_MAX_HTML_DEPTH,
        DEFAULT_MAX_HTML_TAGS,
        QualityRules.defaults());
  }

  /** The settings that need no file. */
  public static CleanSpec defaults() {
    return new CleanSpec(BoilerplateRules.defaults(), false);
  }

  /** These settings with boilerplate left in the text, or not. */
  public CleanSpec withKeepBoilerplate(boolean keep) {
    return new CleanSpec(rules, keep, maxHtmlDepth, maxHtmlTags, quality);
  }

  /** These settings with other rules. */
  public CleanSpec withRules(BoilerplateRules rules) {
    return new CleanSpec(rules, keepBoilerplate, maxHtmlDepth, maxHtmlTags, quality);
  }

  /** These settings with other thresholds. */
  public CleanSpec withQuality(QualityRules quality) {
    return new CleanSpec(rules, keepBoilerplate, maxHtmlDepth, maxHtmlTags, quality);
  }
}
