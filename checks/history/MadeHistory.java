import io.winnow.dedupe.Fingerprints;
import io.winnow.publish.FinishedJob;
import io.winnow.publish.Lease;
import io.winnow.publish.LocalOutput;
import io.winnow.publish.Pages;
import io.winnow.publish.Publisher;
import io.winnow.publish.Staging;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.write.BeamStore;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.ParquetSpec;
import io.winnow.write.WrittenFile;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Publishes runs that have fingerprints and nothing else, and writes one more day of documents, of
 * which one in thirty repeats a document of a published day: {@code OUTPUT RUNS DOCUMENTS
 * DAY.jsonl}. Documents are of 2 kB in the median, half Chinese, half English.
 */
public final class MadeHistory {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int REPEATED = 30;
  private static final int WORDS = 20_000;
  private static final String[] SYLLABLES =
      "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu an er il om us".split(" ");

  public static void main(String[] args) throws Exception {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    LocalOutput output = LocalOutput.at(Path.of(args[0]));
    int runs = Integer.parseInt(args[1]);
    int documents = Integer.parseInt(args[2]);
    output.prepare();
    for (int run = 1; run <= runs; run++) {
      publish(output, run, documents);
    }
    try (BufferedWriter day = Files.newBufferedWriter(Path.of(args[3]))) {
      for (int i = 0; i < documents; i++) {
        String text =
            i % REPEATED == 0 ? edited(text(runs, i)) : text(runs + 1_000_000, i);
        day.write("{\"id\":\"%d\",\"text\":\"%s\"}\n".formatted(i, text.replace("\n", "\\n")));
      }
    }
  }

  private static void publish(LocalOutput output, int number, int documents) throws Exception {
    RunInfo run =
        new RunInfo("day-%05d".formatted(number), FIRST.plusDays(number), number);
    try (Lease lease = Lease.acquire(output, run.id(), Duration.ZERO);
        Staging staging = Staging.begin(output, lease, run)) {
      List<WrittenFile> files;
      try (DatasetFiles rows =
          new DatasetFiles(
              new BeamStore(staging.location()), ParquetSpec.of("made"), "part-00000")) {
        for (int i = 0; i < documents; i++) {
          String id = "%08d-%08d".formatted(number, i);
          Fingerprint made = Fingerprints.of(draft(run, id, i, text(number, i)), run);
          rows.write(
              Dataset.FINGERPRINTS, Fingerprint.newBuilder(made).setClusterId(id).build());
        }
        files = rows.finish();
      }
      FinishedJob job =
          new FinishedJob(
              files,
              List.of(),
              Map.of(),
              Map.of(),
              Map.of("winnow", "made"),
              Map.of(),
              Instant.EPOCH,
              Map.of());
      new Publisher(output, lease, List.of(), Pages.none()).publish(staging, job);
    }
  }

  private static Draft draft(RunInfo run, String id, int ordinal, String text) {
    return Draft.newBuilder()
        .setArticle(
            Article.newBuilder()
                .setRunId(run.id())
                .setId(id)
                .setFirstSeen(run.date())
                .setSourceUri(run.id() + ".jsonl")
                .setSourceFormat("jsonl")
                .setSourceOrdinal(ordinal)
                .setCharset("UTF-8")
                .setCharsetConfidence(1)
                .setSplitDetector("jsonl")
                .setSplitScore(1)
                .setTitle(text.substring(0, 20))
                .setTitleOrigin("derived")
                .setLang("und")
                .setKind("other")
                .setText(text)
                .build())
        .build();
  }

  /** Document so many of a day: the same for the same numbers. */
  private static String text(int day, int number) {
    Random random = new Random(day * 1_000_003L + number);
    boolean chinese = random.nextBoolean();
    int length = (int) (2_000 * Math.exp(0.6 * random.nextGaussian()));
    StringBuilder text = new StringBuilder(length + 200);
    while (text.length() < (chinese ? length / 3 : length)) {
      int words = 8 + random.nextInt(12);
      for (int i = 0; i < words; i++) {
        if (chinese) {
          text.append((char) (0x4E00 + rank(random, 3_000)));
          text.append((char) (0x4E00 + rank(random, 3_000)));
        } else {
          text.append(i == 0 ? "" : " ").append(word(rank(random, WORDS)));
        }
      }
      text.append(chinese ? "。" : ". ");
      if (random.nextInt(5) == 0) {
        text.append("\n\n");
      }
    }
    return text.toString().strip();
  }

  /** Frequent words are much more frequent than rare ones. */
  private static int rank(Random random, int size) {
    double u = random.nextDouble();
    return (int) (size * u * u * u);
  }

  private static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int left = rank; left > 0 || word.length() == 0; left /= SYLLABLES.length) {
      word.append(SYLLABLES[left % SYLLABLES.length]);
    }
    return word.toString();
  }

  /** A tenth of the text is cut off. */
  private static String edited(String text) {
    return text.substring(0, text.length() * 9 / 10).strip();
  }
}
