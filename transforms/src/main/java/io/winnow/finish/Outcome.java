package io.winnow.finish;

import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Reject;
import io.winnow.tag.unknown.UnknownTerm;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one piece became: one of article, duplicate and reject, and what belongs to it.
 *
 * @param fingerprint what later runs remember of an article or a duplicate
 * @param boilerplate the learned lines that it lost, each with the count of this article alone
 * @param terms what the article names and the taxonomy does not know
 */
public record Outcome(
    @Nullable Article article,
    @Nullable Duplicate duplicate,
    @Nullable Reject reject,
    @Nullable Fingerprint fingerprint,
    List<Boilerplate> boilerplate,
    List<UnknownTerm> terms) {
  public Outcome {
    boilerplate = List.copyOf(boilerplate);
    terms = List.copyOf(terms);
  }

  static Outcome of(Reject reject) {
    return new Outcome(null, null, reject, null, List.of(), List.of());
  }

  /** An article that everything else has been told of already. */
  static Outcome of(Article article) {
    return new Outcome(article, null, null, null, List.of(), List.of());
  }

  static Outcome of(Finished finished, @Nullable Article article, Collection<UnknownTerm> terms) {
    return new Outcome(
        article,
        finished.duplicate(),
        null,
        finished.fingerprint(),
        finished.boilerplate(),
        List.copyOf(terms));
  }

  /** The same but for the article. */
  Outcome withoutArticle() {
    return new Outcome(null, duplicate, reject, fingerprint, boilerplate, terms);
  }
}
