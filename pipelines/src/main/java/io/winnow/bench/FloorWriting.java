package io.winnow.bench;

import io.winnow.finish.Finished;
import io.winnow.learn.SumBoilerplate;
import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.schema.StoryMark;
import io.winnow.schema.Verdict;
import io.winnow.tag.unknown.UnknownTermsInMemory;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.RowStore;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/** The second half of the floor: finishes, tags, summarizes and writes; a file a thread. */
final class FloorWriting {
  private final FloorSteps steps;
  private final Floor.Decided decided;
  private final UnknownTermsInMemory unknownTerms;
  private final RowStore store;
  private final StageClock clock;
  private final Collection<Boilerplate> boilerplate = new ConcurrentLinkedQueue<>();

  FloorWriting(
      FloorSteps steps,
      Floor.Decided decided,
      UnknownTermsInMemory unknownTerms,
      RowStore store,
      StageClock clock) {
    this.steps = steps;
    this.decided = decided;
    this.unknownTerms = unknownTerms;
    this.store = store;
    this.clock = clock;
  }

  List<WrittenFile> write(FloorReading reading, int threads) throws IOException {
    List<WrittenFile> written =
        new ArrayList<>(
            IntStream.range(0, threads)
                .parallel()
                .mapToObj(part -> part(part, threads))
                .flatMap(Collection::stream)
                .toList());
    try (DatasetFiles files = new DatasetFiles(store, steps.parquet(), "rest")) {
      for (Reject reject : sorted(reading.rejects(), Dataset.REJECTS)) {
        write(Dataset.REJECTS, reject, files);
      }
      for (Boilerplate line : SumBoilerplate.sum(boilerplate)) {
        write(Dataset.BOILERPLATE, line, files);
      }
      for (LedgerEntry file : sorted(reading.ledger(), Dataset.LEDGER)) {
        write(Dataset.LEDGER, file, files);
      }
      written.addAll(files.finish());
    }
    return written;
  }

  private static <T extends SpecificRecord> List<T> sorted(Collection<T> rows, Dataset<T> dataset) {
    List<T> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing((T row) -> row, dataset.order()));
    return sorted;
  }

  /** Writes one of so many equal parts of the articles. */
  private List<WrittenFile> part(int part, int parts) {
    int all = decided.articles().size();
    int from = (int) ((long) all * part / parts);
    int to = (int) ((long) all * (part + 1) / parts);
    try (DatasetFiles files = new DatasetFiles(store, steps.parquet(), "part")) {
      for (KnownArticle article : decided.articles().subList(from, to)) {
        write(article, files);
      }
      StageClock.Begin start = clock.begin();
      List<WrittenFile> written = files.finish();
      clock.elements("write", 0, start);
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(KnownArticle known, DatasetFiles files) throws IOException {
    StageClock.Begin start = clock.begin();
    Verdict verdict = Objects.requireNonNull(decided.verdicts().get(known.id()));
    StoryMark story = decided.stories().get(known.id());
    Finished finished =
        steps
            .finisher()
            .finish(
                known.draft(),
                verdict,
                decided.learned().about(known.draft()),
                known.keys(),
                known.signed(),
                story);
    clock.elements("finish", 1, start);
    boilerplate.addAll(finished.boilerplate());
    write(Dataset.FINGERPRINTS, finished.fingerprint(), files);
    if (finished.duplicate() != null) {
      write(Dataset.DUPLICATES, finished.duplicate(), files);
    }
    if (finished.article() != null) {
      write(Dataset.ARTICLES, told(finished.article()), files);
    }
  }

  private Article told(Article article) {
    StageClock.Begin start = clock.begin();
    Article tagged = steps.tagger().tag(article);
    clock.elements("tag", 1, start);
    unknownTerms.add(tagged);
    start = clock.begin();
    Article summarized = steps.summarizer().summarize(tagged);
    clock.elements("summarize", 1, start);
    return summarized;
  }

  private <T extends SpecificRecord> void write(Dataset<T> dataset, T row, DatasetFiles files)
      throws IOException {
    StageClock.Begin start = clock.begin();
    files.write(dataset, row);
    clock.elements("write", 1, start);
  }
}
