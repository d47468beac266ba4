package io.winnow.finish;

import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one draft became.
 *
 * @param article the published article; null for a duplicate
 * @param duplicate the duplicate; null for a published article
 * @param fingerprint what later runs remember of either
 * @param boilerplate the learned lines that it lost, each with the count of this article alone
 */
public record Finished(
    @Nullable Article article,
    @Nullable Duplicate duplicate,
    Fingerprint fingerprint,
    List<Boilerplate> boilerplate) {
  public Finished {
    if ((article == null) == (duplicate == null)) {
      throw new IllegalArgumentException("either an article or a duplicate, not both or neither");
    }
    boilerplate = List.copyOf(boilerplate);
  }
}
