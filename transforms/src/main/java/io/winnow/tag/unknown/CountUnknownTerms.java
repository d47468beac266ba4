package io.winnow.tag.unknown;

import java.io.Serializable;
import java.util.Comparator;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;

/**
 * Counts, exactly, the articles and sources that name what a taxonomy does not know, and keeps the
 * first {@value #MAX_TERMS} by rank, of the terms that {@link TermFinder} finds in articles, or
 * sums of them. Terms that were added up before are shuffled, and no worker holds more than one
 * term of each and the first by rank.
 */
public final class CountUnknownTerms
    extends PTransform<PCollection<UnknownTerm>, PCollection<UnknownTerm>> {
  private static final long serialVersionUID = 1;
  static final int MAX_TERMS = 300;
  static final int LEAST_ARTICLES = 2;

  private CountUnknownTerms() {}

  public static CountUnknownTerms all() {
    return new CountUnknownTerms();
  }

  @Override
  public PCollection<UnknownTerm> expand(PCollection<UnknownTerm> terms) {
    return terms
        .apply("KeyTerms", WithKeys.of(UnknownTerm::key))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), UnknownTermCoder.INSTANCE))
        .apply("SumTerms", Combine.perKey(new Sum()))
        .apply("Terms", Values.create())
        .setCoder(UnknownTermCoder.INSTANCE)
        .apply("Recurring", Filter.by(term -> term.articles() >= LEAST_ARTICLES))
        .apply("FirstTerms", Top.of(MAX_TERMS, new ByRank()))
        .apply("OneByOne", Flatten.iterables());
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
