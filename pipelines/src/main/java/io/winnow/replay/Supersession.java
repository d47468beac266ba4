package io.winnow.replay;

import io.winnow.publish.Companions;
import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.OutputStore;
import io.winnow.publish.Pages;
import io.winnow.publish.Parts;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.RunRewrite;
import io.winnow.replay.Originals.Original;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Takes the rows of superseded sources out of the runs that have them, in the step in which a run
 * is published that read those sources again: so every reader finds each piece once.
 *
 * <p>Duplicates of other sources that repeat an article which comes again are pointed at where it
 * is now. Where it does not come again, as an article or a duplicate of one, the run is refused:
 * {@code duplicate_of} must always name a published article. The ledgers keep a row of each source,
 * with the status {@link Superseded#STATUS} and no pieces.
 */
public final class Supersession implements Companions {
  private final OutputStore output;
  private final Superseded superseded;
  private final Pages pages;
  private final String winnow;

  /**
   * @param pages of the runs that change
   * @param winnow version of the program
   */
  public Supersession(OutputStore output, Superseded superseded, Pages pages, String winnow) {
    this.output = output;
    this.superseded = superseded;
    this.pages = pages;
    this.winnow = winnow;
  }

  @Override
  public List<RunRewrite> stage(PublishedRun run, PublishedRuns published)
      throws OutputUnusable, RunRefused, IOException {
    List<PublishedRun> others =
        published.all().stream()
            .filter(other -> !other.manifest().runId().equals(run.manifest().runId()))
            .toList();
    Originals originals = Originals.of(run, others, superseded);
    originals.requireAll();
    List<RunRewrite> staged = new ArrayList<>();
    try {
      for (PublishedRun other : others) {
        Set<String> sources = superseded.of(other.manifest().runId());
        Map<String, Original> moved = originals.movedFor(other.manifest().runId());
        if (!sources.isEmpty() || !moved.isEmpty()) {
          staged.add(rewrite(other, sources, moved, run.manifest().runId()));
        }
      }
      return staged;
    } catch (OutputUnusable | RunRefused | IOException | RuntimeException e) {
      for (RunRewrite each : staged) {
        each.close();
      }
      throw e;
    }
  }

  private RunRewrite rewrite(
      PublishedRun run, Set<String> sources, Map<String, Original> moved, String cause)
      throws OutputUnusable, RunRefused, IOException {
    RunRewrite rewrite = RunRewrite.begin(output, run, winnow);
    try {
      if (!sources.isEmpty()) {
        rewrite.replace(
            Dataset.ARTICLES,
            rows(run, Dataset.ARTICLES, all -> all.filter(row -> stays(sources, row))));
        rewrite.replace(
            Dataset.REJECTS,
            rows(run, Dataset.REJECTS, all -> all.filter(row -> stays(sources, row))));
      }
      rewrite.replace(
          Dataset.DUPLICATES,
          rows(
              run,
              Dataset.DUPLICATES,
              all -> all.filter(row -> stays(sources, row)).map(row -> pointed(row, moved))));
      rewrite.replace(
          Dataset.FINGERPRINTS,
          rows(
              run,
              Dataset.FINGERPRINTS,
              all -> all.filter(row -> stays(sources, row)).map(row -> pointed(row, moved))));
      rewrite.ledger(row -> sources.contains(row.getSourceUri()) ? superseded(row) : row);
      rewrite.seal("sources read again by run " + cause, pages);
      return rewrite;
    } catch (RunRefused | IOException | RuntimeException e) {
      rewrite.close();
      throw e;
    }
  }

  private static boolean stays(Set<String> sources, SpecificRecord row) {
    int source = row.getSchema().getField("source_uri").pos();
    return !sources.contains(row.get(source).toString());
  }

  private static Duplicate pointed(Duplicate row, Map<String, Original> moved) {
    Original original = moved.get(row.getId());
    return original == null
        ? row
        : Duplicate.newBuilder(row)
            .setDuplicateOf(original.id())
            .setDuplicateOfRun(original.run())
            .setClusterId(original.cluster())
            .build();
  }

  private static Fingerprint pointed(Fingerprint row, Map<String, Original> moved) {
    Original original = moved.get(row.getId());
    return original == null || row.getKept()
        ? row
        : Fingerprint.newBuilder(row).setClusterId(original.cluster()).build();
  }

  private static LedgerEntry superseded(LedgerEntry row) {
    return LedgerEntry.newBuilder(row)
        .setStatus(Superseded.STATUS)
        .setSplit(0)
        .setLines(0)
        .setLinesFrame(0)
        .build();
  }

  private static <T extends SpecificRecord> Parts<T> rows(
      PublishedRun run, Dataset<T> dataset, UnaryOperator<Stream<T>> change) {
    List<DataFile> files = run.dataFiles(dataset);
    return Parts.of(files, file -> change.apply(run.rows(dataset, file)));
  }
}
