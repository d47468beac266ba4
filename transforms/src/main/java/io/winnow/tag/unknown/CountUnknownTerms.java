package io.winnow.tag.unknown;

import io.winnow.schema.Article;
import io.winnow.tag.KnownNames;
import io.winnow.tag.Taxonomy;
import java.io.Serializable;
import java.util.Comparator;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Counts, exactly, the articles and sources that name what a taxonomy does not know, and keeps the
 * first {@value #MAX_TERMS} by rank. A dozen small records an article are shuffled, and no worker
 * holds more than one term of each and the first by rank.
 */
public final class CountUnknownTerms
    extends PTransform<PCollection<Article>, PCollection<UnknownTerm>> {
  private static final long serialVersionUID = 1;
  static final int MAX_TERMS = 300;
  static final int LEAST_ARTICLES = 2;

  private final Taxonomy taxonomy;

  private CountUnknownTerms(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  public static CountUnknownTerms to(Taxonomy taxonomy) {
    return new CountUnknownTerms(taxonomy);
  }

  @Override
  public PCollection<UnknownTerm> expand(PCollection<Article> articles) {
    return articles
        .apply("FindTerms", ParDo.of(new FindFn(new TermFinder(new KnownNames(taxonomy)))))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), UnknownTermCoder.INSTANCE))
        .apply("SumTerms", Combine.perKey(new Sum()))
        .apply("Terms", Values.create())
        .setCoder(UnknownTermCoder.INSTANCE)
        .apply("Recurring", Filter.by(term -> term.articles() >= LEAST_ARTICLES))
        .apply("FirstTerms", Top.of(MAX_TERMS, new ByRank()))
        .apply("OneByOne", Flatten.iterables());
  }

  private static final class FindFn extends DoFn<Article, KV<String, UnknownTerm>> {
    private static final long serialVersionUID = 1;

    private final TermFinder finder;

    FindFn(TermFinder finder) {
      this.finder = finder;
    }

    @ProcessElement
    public void process(@Element Article article, OutputReceiver<KV<String, UnknownTerm>> out) {
      finder.terms(article).forEach(term -> out.output(KV.of(term.key(), term)));
    }
  }

  private static final class Sum extends Combine.BinaryCombineFn<UnknownTerm> {
    private static final long serialVersionUID = 1;

    @Override
    public UnknownTerm apply(UnknownTerm one, UnknownTerm other) {
      return one.plus(other);
    }
  }

  /** The greatest is the first by rank. */
  private static final class ByRank implements Comparator<UnknownTerm>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(UnknownTerm one, UnknownTerm other) {
      return UnknownTerm.RANK.compare(other, one);
    }
  }
}
