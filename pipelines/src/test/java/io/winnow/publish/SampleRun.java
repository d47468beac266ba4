package io.winnow.publish;

import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.write.BeamStore;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.ParquetSpec;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small run made up for the tests: each source has two articles, a duplicate and a reject, and
 * the job wrote them in two buckets.
 */
record SampleRun(
    RunInfo run, List<String> sources, @Nullable String original, @Nullable String originalRun) {
  private static final int BUCKETS = 2;

  SampleRun(RunInfo run, List<String> sources) {
    this(run, sources, null, null);
  }

  static SampleRun of(String runId, String... sources) {
    return new SampleRun(new RunInfo(runId, LocalDate.of(2026, 2, 16), 1), Arrays.asList(sources));
  }

  SampleRun withSequence(long sequence) {
    return new SampleRun(new RunInfo(run.id(), run.date(), sequence), sources);
  }

  /** Takes the lease, stages, publishes. */
  Manifest publish(OutputStore output) throws Exception {
    return publish(output, List.of(), Pages.none());
  }

  Manifest publish(OutputStore output, List<Gate> gates, Pages pages) throws Exception {
    output.prepare();
    try (Lease lease = Lease.acquire(output, run.id(), Duration.ZERO);
        Staging staging = Staging.begin(output, lease, run)) {
      return new Publisher(output, lease, gates, pages).publish(staging, job(staging));
    }
  }

  /** What the job reports after it wrote the rows. */
  FinishedJob job(Staging staging) throws IOException {
    return finished(write(staging));
  }

  FinishedJob finished(List<WrittenFile> files) {
    return new FinishedJob(
        files,
        sources,
        Map.of(),
        Map.of("quality", "default"),
        Map.of("winnow", "test"),
        Map.of("clean:articles-kept", 2L * sources.size()),
        Instant.EPOCH,
        Map.of("job", 1.5));
  }

  List<WrittenFile> write(Staging staging) throws IOException {
    List<WrittenFile> written = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      try (DatasetFiles files =
          new DatasetFiles(
              new BeamStore(staging.location()), ParquetSpec.of("test"), "part-0000" + bucket)) {
        write(files, bucket);
        written.addAll(files.finish());
      }
    }
    return written;
  }

  private void write(DatasetFiles files, int bucket) throws IOException {
    for (String source : sources.stream().sorted().toList()) {
      files.write(Dataset.ARTICLES, article(source, bucket));
      files.write(Dataset.FINGERPRINTS, fingerprint(source, bucket));
      if (bucket == 0) {
        files.write(Dataset.DUPLICATES, duplicate(source));
        files.write(Dataset.LEDGER, ledger(source));
      } else {
        files.write(Dataset.REJECTS, reject(source));
      }
    }
  }

  Article article(String source, int number) {
    return Article.newBuilder()
        .setRunId(run.id())
        .setId(source + "#" + number)
        .setFirstSeen(run.date())
        .setSourceUri(source)
        .setSourceFormat("text")
        .setSourceOrdinal(number)
        .setLines(10)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("stream")
        .setSplitScore(1)
        .setTitle("标题 " + number)
        .setTitleOrigin("given")
        .setLang("zh")
        .setKind("news")
        .setText("正文")
        .setSummary(List.of("正文"))
        .build();
  }

  private Fingerprint fingerprint(String source, int number) {
    return Fingerprint.newBuilder()
        .setRunId(run.id())
        .setId(source + "#" + number)
        .setRunSequence(run.sequence())
        .setVersion(1)
        .setSourceUri(source)
        .setSourceOrdinal(number)
        .setTitle("标题 " + number)
        .setChars(2)
        .setMetadata(1)
        .setContentSha256("0")
        .setShingles(0)
        .setSketch(ByteBuffer.allocate(0))
        .build();
  }

  private Duplicate duplicate(String source) {
    return Duplicate.newBuilder()
        .setRunId(run.id())
        .setId(source + "#2")
        .setFirstSeen(run.date())
        .setSourceUri(source)
        .setSourceFormat("text")
        .setSourceOrdinal(2)
        .setLines(5)
        .setTitle("标题 0")
        .setLang("zh")
        .setDuplicateOf(original == null ? source + "#0" : original)
        .setDuplicateOfRun(originalRun == null ? run.id() : originalRun)
        .setClusterId(source + "#0")
        .setMethod("exact")
        .setSimilarity(1)
        .setText("正文")
        .build();
  }

  private Reject reject(String source) {
    return Reject.newBuilder()
        .setRunId(run.id())
        .setId(source + "#3")
        .setFirstSeen(run.date())
        .setSourceUri(source)
        .setSourceFormat("text")
        .setSourceOrdinal(3)
        .setLines(1)
        .setStage("split")
        .setReason("not-an-article")
        .setOriginal("目录")
        .setOriginalBytes(6)
        .setOriginalSha256("0")
        .build();
  }

  LedgerEntry ledger(String source) {
    return LedgerEntry.newBuilder()
        .setRunId(run.id())
        .setSourceUri(source)
        .setSha256("content-of-" + source)
        .setFileSha256("file-of-" + source)
        .setBytes(1000)
        .setFormat("text")
        .setCharset("UTF-8")
        .setDetector("stream")
        .setStatus("read")
        .setSplit(4)
        .setLines(28)
        .setLinesFrame(2)
        .build();
  }
}
