package io.winnow.pipeline;

import io.winnow.page.Digest;
import io.winnow.page.DigestForm;
import io.winnow.page.Digests;
import io.winnow.page.RunPages;
import io.winnow.page.TaxonomyLabels;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRuns;
import io.winnow.summarize.Claim;
import io.winnow.tag.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pages that a command writes which changes published runs without reading a dump: digests and
 * reports in the words of the taxonomy that the last run had.
 */
final class CommandPages {
  private CommandPages() {}

  /** Pages of {@code output}; what jobs compared and counted is not kept, and not shown. */
  static RunPages of(OutputStore output, PublishedRuns published) throws IOException {
    TaxonomyLabels labels = new TaxonomyLabels(taxonomy(published));
    return new RunPages(digests(output, labels), labels, null, facts -> {});
  }

  /** The digests alone. */
  static Digests digests(OutputStore output, PublishedRuns published) throws IOException {
    return digests(output, new TaxonomyLabels(taxonomy(published)));
  }

  private static Digests digests(OutputStore output, TaxonomyLabels labels) {
    return new Digests(output, new Digest(labels, Claim::of), DigestForm.MARKDOWN);
  }

  /** The built-in one where that of the last run is no longer there. */
  private static Taxonomy taxonomy(PublishedRuns published) throws IOException {
    int last = published.all().size() - 1;
    String file = last < 0 ? null : published.all().get(last).manifest().options().get("taxonomy");
    return Configuration.taxonomy(
        file == null || !Files.isReadable(Path.of(file)) ? null : Path.of(file));
  }
}
