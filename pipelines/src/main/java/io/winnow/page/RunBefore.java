package io.winnow.page;

import io.winnow.page.RunFacts.Before;
import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a report compares a run with: the last one before it, of the same {@code --input}
 * where there is one. No text is read, but three short columns of its articles and one of its
 * rejects.
 */
final class RunBefore {
  private RunBefore() {}

  static @Nullable Before of(Manifest run, PublishedRuns published) throws IOException {
    List<PublishedRun> earlier =
        published.all().stream()
            .filter(other -> other.manifest().sequence() < run.sequence())
            .filter(other -> !other.manifest().runId().equals(run.runId()))
            .filter(other -> !other.manifest().isReplay())
            .sorted(Comparator.comparingLong(other -> -other.manifest().sequence()))
            .toList();
    Optional<PublishedRun> same =
        earlier.stream().filter(other -> input(other.manifest()).equals(input(run))).findFirst();
    Optional<PublishedRun> last = same.isPresent() ? same : earlier.stream().findFirst();
    return last.isEmpty() ? null : read(last.get(), same.isPresent());
  }

  private static Before read(PublishedRun run, boolean sameInput) throws IOException {
    Manifest manifest = run.manifest();
    Tally.Counter sources = new Tally.Counter();
    run.forEach(
        Dataset.ARTICLES,
        row -> sources.add(SourceName.of(text(row, 0), text(row, 1), text(row, 2))),
        "site",
        "publication",
        "source_uri");
    Tally.Counter reasons = new Tally.Counter();
    run.forEach(Dataset.REJECTS, row -> reasons.add(String.valueOf(row.get(0))), "reason");
    return new Before(
        manifest.runId(),
        manifest.logicalDate(),
        sameInput,
        manifest.count("sources"),
        manifest.count("sources_read"),
        manifest.count("split"),
        manifest.count(Dataset.ARTICLES.name()),
        manifest.count(Dataset.DUPLICATES.name()),
        manifest.count(Dataset.REJECTS.name()),
        reasons.tally(),
        sources.tally());
  }

  private static @Nullable String text(GenericRecord row, int column) {
    Object value = row.get(column);
    return value == null ? null : value.toString();
  }

  private static String input(Manifest manifest) {
    return manifest.options().getOrDefault("input", "");
  }
}
