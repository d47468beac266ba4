package io.winnow.learn;

import java.io.Serializable;

/**
 * When a line counts as boilerplate of its site.
 *
 * @param minArticles distinct articles of the site that must have it, at least 2
 * @param minShare share of the site's distinct articles that must have it, above 0, at most 1
 */
public record LearnSpec(int minArticles, double minShare) implements Serializable {
  /** Two articles may quote the same; a third that does so at one site is a template. */
  public static final int DEFAULT_MIN_ARTICLES = 3;

  /** A line in fewer of a site's articles than this is more likely a phrase its author likes. */
  public static final double DEFAULT_MIN_SHARE = 0.1;

  public LearnSpec {
    if (minArticles < 2) {
      throw new IllegalArgumentException("minArticles must be at least 2, was: " + minArticles);
    }
    if (!(minShare > 0 && minShare <= 1)) {
      throw new IllegalArgumentException("minShare must be above 0, at most 1, was: " + minShare);
    }
  }

  public static LearnSpec defaults() {
    return new LearnSpec(DEFAULT_MIN_ARTICLES, DEFAULT_MIN_SHARE);
  }

  /**
   * Whether a line that {@code having} of a site's {@code all} distinct articles have is
   * boilerplate.
   */
  public boolean isBoilerplate(int having, int all) {
    return having >= minArticles && having >= minShare * all;
  }
}
