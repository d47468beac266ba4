package io.winnow.tag.unknown;

import io.winnow.schema.Article;
import io.winnow.tag.KnownNames;
import io.winnow.tag.Taxonomy;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts in the memory of one process what {@link CountUnknownTerms} counts on many workers, with
 * the same plain classes: the measure of what distribution costs. Safe for use by many threads.
 */
public final class UnknownTermsInMemory {
  private final TermFinder finder;
  private final ConcurrentMap<String, UnknownTerm> terms = new ConcurrentHashMap<>();

  public UnknownTermsInMemory(Taxonomy taxonomy) {
    this.finder = new TermFinder(new KnownNames(taxonomy));
  }

  /** Counts what the article names. */
  public void add(Article article) {
    finder.terms(article).forEach(term -> terms.merge(term.key(), term, UnknownTerm::plus));
  }

  /** The first by rank of those that recur. */
  public List<UnknownTerm> first() {
    return terms.values().stream()
        .filter(term -> term.articles() >= CountUnknownTerms.LEAST_ARTICLES)
        .sorted(UnknownTerm.RANK)
        .limit(CountUnknownTerms.MAX_TERMS)
        .toList();
  }
}
