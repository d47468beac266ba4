package io.winnow.takedown;

import io.winnow.forget.ForgottenRejects;
import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.OutputStore;
import io.winnow.publish.Pages;
import io.winnow.publish.Parts;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.RunRewrite;
import io.winnow.schema.Article;
import io.winnow.schema.Copy;
import io.winnow.schema.Reject;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Stages a run without what goes: articles, duplicates and fingerprints are removed, and each piece
 * becomes a reject that holds nothing but its place, so that the ledger still balances.
 */
final class RowRemoval {
  private final OutputStore output;
  private final Pages pages;
  private final String winnow;

  /**
   * @param pages of the run as it is then
   */
  RowRemoval(OutputStore output, Pages pages, String winnow) {
    this.output = output;
    this.pages = pages;
    this.winnow = winnow;
  }

  /** Staged and sealed; to be joined and closed by the caller. */
  RunRewrite stage(RunRemoval removal, LostLines lost)
      throws OutputUnusable, RunRefused, IOException {
    PublishedRun run = removal.run();
    RunRewrite rewrite = RunRewrite.begin(output, run, winnow);
    try {
      List<Reject> places = new ArrayList<>();
      Set<Copy> copies = new HashSet<>();
      readPlaces(removal, places, copies);
      if (removal.hasTexts()) {
        rewrite.replace(
            Dataset.ARTICLES,
            rows(
                run,
                Dataset.ARTICLES,
                rows ->
                    rows.filter(row -> !removal.articles().contains(row.getId()))
                        .map(row -> without(copies, row))));
        rewrite.replace(
            Dataset.FINGERPRINTS,
            rows(run, Dataset.FINGERPRINTS, rows -> rows.filter(row -> !removal.has(row.getId()))));
      }
      if (!removal.duplicates().isEmpty()) {
        rewrite.replace(
            Dataset.DUPLICATES,
            rows(
                run,
                Dataset.DUPLICATES,
                rows -> rows.filter(row -> !removal.duplicates().contains(row.getId()))));
      }
      Set<String> lines = lost.onlyOf(removal);
      if (!lines.isEmpty()) {
        rewrite.replace(
            Dataset.BOILERPLATE,
            rows(
                run,
                Dataset.BOILERPLATE,
                rows -> rows.filter(row -> !lines.contains(row.getLine()))));
      }
      rewrite.replace(Dataset.REJECTS, rejects(removal, places));
      rewrite.seal("taken down by request", pages);
      return rewrite;
    } catch (RunRefused | IOException | RuntimeException e) {
      rewrite.close();
      throw e;
    }
  }

  private static void readPlaces(RunRemoval removal, List<Reject> places, Set<Copy> copies)
      throws IOException {
    if (!removal.articles().isEmpty()) {
      removal
          .run()
          .forEach(
              Dataset.ARTICLES,
              row -> {
                if (removal.articles().contains(row.getId())) {
                  places.add(ForgottenRejects.of(row));
                }
              });
    }
    if (!removal.duplicates().isEmpty()) {
      removal
          .run()
          .forEach(
              Dataset.DUPLICATES,
              row -> {
                if (removal.duplicates().contains(row.getId())) {
                  places.add(ForgottenRejects.of(row));
                  copies.add(new Copy(row.getSourceUri(), row.getUrl(), row.getTitle()));
                }
              });
    }
  }

  /** An article that stays may list a copy that goes. */
  private static Article without(Set<Copy> copies, Article row) {
    List<Copy> left = row.getAlsoAt().stream().filter(copy -> !copies.contains(copy)).toList();
    int gone = row.getAlsoAt().size() - left.size();
    return gone == 0
        ? row
        : Article.newBuilder(row)
            .setAlsoAt(left)
            .setClusterSize(row.getClusterSize() - gone)
            .build();
  }

  /** Those of before, and in the last file the new ones among them. */
  private static Parts<Reject> rejects(RunRemoval removal, List<Reject> places) {
    PublishedRun run = removal.run();
    List<DataFile> files = run.dataFiles(Dataset.REJECTS);
    return new Parts<>() {
      @Override
      public int count() {
        return Math.max(1, files.size());
      }

      @Override
      public Stream<Reject> rows(int number) throws IOException {
        Stream<Reject> before =
            files.isEmpty()
                ? Stream.empty()
                : run.rows(Dataset.REJECTS, files.get(number))
                    .map(
                        row ->
                            removal.rejects().contains(row.getId())
                                ? ForgottenRejects.of(row)
                                : row);
        return number == count() - 1
            ? new Merged<>(before, places, Dataset.REJECTS.order()).stream()
            : before;
      }
    };
  }

  private static <T extends SpecificRecord> Parts<T> rows(
      PublishedRun run, Dataset<T> dataset, UnaryOperator<Stream<T>> change) {
    List<DataFile> files = run.dataFiles(dataset);
    return new Parts<>() {
      @Override
      public int count() {
        return files.size();
      }

      @Override
      public Stream<T> rows(int number) throws IOException {
        return change.apply(run.rows(dataset, files.get(number)));
      }
    };
  }
}
