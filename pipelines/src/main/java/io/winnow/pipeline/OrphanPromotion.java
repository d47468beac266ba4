package io.winnow.pipeline;

import io.winnow.dedupe.DedupeSpec;
import io.winnow.page.Digest;
import io.winnow.page.DigestForm;
import io.winnow.page.Digests;
import io.winnow.page.RunPages;
import io.winnow.publish.Companions;
import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.Promotions;
import io.winnow.schema.Article;
import io.winnow.summarize.Claim;
import io.winnow.summarize.Summarizer;
import io.winnow.summarize.SummarySpec;
import io.winnow.tag.Tagger;
import io.winnow.tag.Taxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Publishes duplicates in place of originals that are gone, tagged and summarized as their run did.
 */
final class OrphanPromotion {
  private final CurateSpecs specs;

  private OrphanPromotion(CurateSpecs specs) {
    this.specs = specs;
  }

  /** Of the run that is going on. */
  static Companions of(OutputStore output, CurateSpecs specs) {
    DedupeSpec dedupe = specs.dedupe();
    // What those runs compared and counted in the job is not kept, so their new reports show none.
    RunPages pages =
        new RunPages(
            new Digests(output, new Digest(specs.labels(), Claim::of), DigestForm.MARKDOWN),
            specs.labels(),
            null,
            facts -> {});
    return new Promotions(
        output,
        dedupe == null ? DedupeSpec.defaults() : dedupe,
        new OrphanPromotion(specs)::finisher,
        pages,
        Version.winnow());
  }

  private UnaryOperator<Article> finisher(Manifest run) {
    Map<String, String> options = run.options();
    Tagger tagger = new Tagger(specs.tag().withTaxonomy(taxonomy(options.get("taxonomy"))));
    Summarizer summarizer =
        new Summarizer(
            new SummarySpec(
                number(options.get("summaryChars")), number(options.get("summarySentences"))));
    return article -> summarizer.summarize(tagger.tag(article));
  }

  /** The one that the run had; the one of today where its file is no longer there. */
  private Taxonomy taxonomy(@Nullable String file) {
    if (file != null && !Files.isReadable(Path.of(file))) {
      return specs.tag().taxonomy();
    }
    try {
      return Configuration.taxonomy(file == null ? null : Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Integer number(@Nullable String option) {
    return option == null ? null : Integer.valueOf(option);
  }
}
