package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.dedupe.DedupeSpec;
import io.winnow.dedupe.Fingerprints;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.summarize.Summarizer;
import io.winnow.summarize.SummarySpec;
import io.winnow.write.BeamStore;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.ParquetSpec;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run r1 publishes a story that copies in r2 and r3 repeat, and is run again without it. */
class PromotionsTest {
  private static final String STORY = story(1, 40);
  private static final String OTHER = story(2, 40);
  private static final LocalDate DAY = LocalDate.of(2026, 2, 16);

  private @TempDir Path folder;
  private LocalOutput output;

  /** A piece, and which article of which run it repeats; null where it is published. */
  private record Piece(String id, String text, @Nullable String original, @Nullable String run) {}

  @BeforeEach
  void publish() throws Exception {
    output = LocalOutput.at(folder);
    output.prepare();
    publish("r1", 1, article("whole", STORY), article("other", OTHER));
    publish(
        "r2",
        2,
        copy("best", STORY.substring(0, STORY.length() - 40), "whole", "r1"),
        copy("copy", OTHER, "other", "r1"),
        copy("cut", STORY.substring(0, STORY.length() / 2), "whole", "r1"),
        article("new", story(3, 30)));
    publish("r3", 3, copy("late", STORY, "whole", "r1"), copy("last", STORY, "whole", "r1"));
  }

  @Test
  void theBestIsPublishedInItsRunAndTheOthersRepeatIt() throws Exception {
    publish("r1", 1, article("other", OTHER));

    assertThat(repeated("r2"), contains("copy>other r1", "cut>best r2"));
    assertThat(repeated("r3"), contains("last>best r2", "late>best r2"));
    assertThat(dangling(), empty());
    Article best =
        rows("r2", Dataset.ARTICLES).stream()
            .filter(it -> it.getId().equals("best"))
            .findFirst()
            .orElseThrow();
    assertThat(best.getClusterId(), is("best"));
    assertThat(best.getClusterSize(), is(2));
    assertThat(best.getAlsoAt(), hasSize(1));
    assertThat(best.getSummary(), not(empty()));
    assertThat(best.getCharset(), is("GB18030"));
    assertThat(best.getChars(), is(STORY.length() - 40));
  }

  @Test
  void fingerprintsLedgerAndManifestAgree() throws Exception {
    Manifest before = run("r2").manifest();
    publish("r1", 1, article("other", OTHER));

    Manifest after = run("r2").manifest();
    assertThat(after.count("articles"), is(before.count("articles") + 1));
    assertThat(after.count("duplicates"), is(before.count("duplicates") - 1));
    assertThat(after.count("split"), is(before.count("split")));
    LedgerEntry source = rows("r2", Dataset.LEDGER).get(0);
    assertThat(source.getPublished(), is(2));
    assertThat(source.getDuplicates(), is(2));
    assertThat(source.getLinesPublished(), is(20));
    List<String> kept = new ArrayList<>();
    for (Fingerprint row : rows("r2", Dataset.FINGERPRINTS)) {
      kept.add(row.getId() + " " + row.getKept() + " " + row.getClusterId());
    }
    assertThat(
        kept, contains("best true best", "copy false other", "cut false best", "new true new"));
    assertThat(after.rewrites().get(0).reason(), is("originals gone with run r1"));
    assertThat(output.names(".runs"), hasSize(3));
  }

  @Test
  void anOrphanThatRepeatsWhatStaysIsNotPublished() throws Exception {
    publish(
        "r1",
        1,
        article("whole", STORY),
        article("stays", STORY.substring(20)),
        article("other", OTHER));

    publish("r1", 1, article("stays", STORY.substring(20)), article("other", OTHER));

    assertThat(repeated("r2"), contains("best>stays r1", "copy>other r1", "cut>stays r1"));
    assertThat(repeated("r3"), contains("last>stays r1", "late>stays r1"));
    assertThat(dangling(), empty());
  }

  @Test
  void anOrphanRepeatsNothingThatOnlyTheReRunBrings() throws Exception {
    publish("r1", 1, article("mended", STORY + "更正。"), article("other", OTHER));

    assertThat(repeated("r2"), contains("copy>other r1", "cut>best r2"));
    assertThat(dangling(), empty());
  }

  @Test
  void anOrphanRepeatsNothingOfALaterRun() throws Exception {
    publish("r4", 4, article("again", STORY.substring(20)));
    publish("r5", 5, copy("fifth", STORY, "whole", "r1"));

    publish("r1", 1, article("other", OTHER));

    assertThat(repeated("r2"), contains("copy>other r1", "cut>best r2"));
    assertThat(repeated("r5"), contains("fifth>best r2"));
    assertThat(dangling(), empty());
  }

  @Test
  void whatFailsBeforeTheStepChangesNoRun() throws Exception {
    Map<String, String> before = output.published();

    assertThrows(
        IllegalStateException.class, () -> publish("r1", 1, true, article("other", OTHER)));

    assertThat(output.published(), is(before));

    publish("r1", 1, article("other", OTHER));

    assertThat(repeated("r3"), contains("last>best r2", "late>best r2"));
    assertThat(dangling(), empty());
    assertThat(output.names(".runs"), hasSize(3));
  }

  @Test
  void aRunThatKeepsItsArticlesChangesNoOther() throws Exception {
    String before = run("r2").folder();

    publish("r1", 1, article("other", OTHER), article("whole", STORY));

    assertThat(run("r2").folder(), is(before));
  }

  @Test
  void nothingChangesWhenTheRunIsRefused() throws Exception {
    String before = run("r2").folder();
    Gate gate = (run, published) -> java.util.Optional.of(new GateRefusal("no", "no", 0, 0));

    assertThrows(
        RunRefused.class, () -> publish("r1", 1, List.of(gate), false, article("other", OTHER)));

    assertThat(run("r2").folder(), is(before));
    assertThat(output.names(".runs"), hasSize(3));
  }

  private static Piece article(String id, String text) {
    return new Piece(id, text, null, null);
  }

  private static Piece copy(String id, String text, String original, String run) {
    return new Piece(id, text, original, run);
  }

  private void publish(String runId, long sequence, Piece... pieces) throws Exception {
    publish(runId, sequence, false, pieces);
  }

  private void publish(String runId, long sequence, boolean dies, Piece... pieces)
      throws Exception {
    publish(runId, sequence, List.of(), dies, pieces);
  }

  private void publish(String runId, long sequence, List<Gate> gates, boolean dies, Piece... pieces)
      throws Exception {
    RunInfo run = new RunInfo(runId, DAY, sequence);
    Summarizer summarizer = new Summarizer(SummarySpec.defaults());
    Companions promotions =
        new Promotions(
            output, DedupeSpec.defaults(), manifest -> summarizer::summarize, Pages.none(), "test");
    Companions companions =
        dies
            ? (staged, published) -> {
              List<RunRewrite> all = new ArrayList<>(promotions.stage(staged, published));
              all.set(1, RunRewrite.begin(output, published.find("r3").orElseThrow(), "unsealed"));
              return all;
            }
            : promotions;
    try (Lease lease = Lease.acquire(output, runId, Duration.ZERO);
        Staging staging = Staging.begin(output, lease, run)) {
      new Publisher(output, lease, gates, Pages.none())
          .with(companions)
          .publish(staging, job(staging, run, List.of(pieces)));
    }
  }

  private static FinishedJob job(Staging staging, RunInfo run, List<Piece> pieces)
      throws IOException {
    List<WrittenFile> files;
    try (DatasetFiles rows =
        new DatasetFiles(new BeamStore(staging.location()), ParquetSpec.of("test"), "part-00000")) {
      for (Piece piece : pieces.stream().sorted(Comparator.comparing(Piece::id)).toList()) {
        Article article = article(run, piece);
        Fingerprint fingerprint =
            Fingerprints.of(Draft.newBuilder().setArticle(article).build(), run);
        rows.write(
            Dataset.FINGERPRINTS,
            Fingerprint.newBuilder(fingerprint)
                .setKept(piece.original == null)
                .setClusterId(piece.original == null ? piece.id : piece.original)
                .build());
        if (piece.original == null) {
          rows.write(Dataset.ARTICLES, article);
        } else {
          rows.write(Dataset.DUPLICATES, duplicate(article, piece));
        }
      }
      rows.write(Dataset.LEDGER, ledger(run, pieces.size()));
      files = rows.finish();
    }
    return new FinishedJob(
        files,
        List.of(run.id() + ".jsonl"),
        Map.of(),
        Map.of(),
        Map.of("winnow", "test"),
        Map.of(),
        Instant.EPOCH,
        Map.of());
  }

  private static Article article(RunInfo run, Piece piece) {
    return Article.newBuilder()
        .setRunId(run.id())
        .setId(piece.id)
        .setFirstSeen(run.date())
        .setSourceUri(run.id() + ".jsonl")
        .setSourceFormat("jsonl")
        .setSourceOrdinal(0)
        .setLines(10)
        .setCharset("GB18030")
        .setCharsetConfidence(1)
        .setSplitDetector("jsonl")
        .setSplitScore(1)
        .setTitle("title")
        .setTitleOrigin("given")
        .setLang("zh")
        .setKind("news")
        .setText(piece.text)
        .setSummary(List.of("x"))
        .setClusterId(piece.id)
        .build();
  }

  private static Duplicate duplicate(Article article, Piece piece) {
    return Duplicate.newBuilder()
        .setRunId(article.getRunId())
        .setId(article.getId())
        .setFirstSeen(article.getFirstSeen())
        .setSourceUri(article.getSourceUri())
        .setSourceFormat(article.getSourceFormat())
        .setSourceOrdinal(article.getSourceOrdinal())
        .setLines(article.getLines())
        .setTitle(article.getTitle())
        .setLang(article.getLang())
        .setDuplicateOf(piece.original)
        .setDuplicateOfRun(piece.run)
        .setClusterId(piece.original)
        .setMethod("near")
        .setSimilarity(0.9)
        .setText(article.getText())
        .build();
  }

  private static LedgerEntry ledger(RunInfo run, int pieces) {
    return LedgerEntry.newBuilder()
        .setRunId(run.id())
        .setSourceUri(run.id() + ".jsonl")
        .setSha256("content")
        .setFileSha256("file")
        .setBytes(1000)
        .setFormat("jsonl")
        .setCharset("GB18030")
        .setDetector("jsonl")
        .setStatus("read")
        .setSplit(pieces)
        .setLines(10 * pieces)
        .setLinesFrame(0)
        .build();
  }

  /** Which duplicates of a run repeat what. */
  private List<String> repeated(String runId) throws IOException {
    return rows(runId, Dataset.DUPLICATES).stream()
        .map(it -> it.getId() + ">" + it.getDuplicateOf() + " " + it.getDuplicateOfRun())
        .toList();
  }

  private List<String> dangling() throws IOException {
    Set<String> published = new HashSet<>();
    List<String> pointers = new ArrayList<>();
    for (PublishedRun run : PublishedRuns.read(output).all()) {
      run.forEach(Dataset.ARTICLES, it -> published.add(it.getRunId() + "/" + it.getId()));
      run.forEach(
          Dataset.DUPLICATES,
          it -> pointers.add(it.getDuplicateOfRun() + "/" + it.getDuplicateOf()));
    }
    pointers.removeIf(published::contains);
    return pointers;
  }

  private <T extends org.apache.avro.specific.SpecificRecord> List<T> rows(
      String runId, Dataset<T> dataset) throws IOException {
    List<T> rows = new ArrayList<>();
    run(runId).forEach(dataset, rows::add);
    return rows;
  }

  private PublishedRun run(String runId) throws IOException {
    return PublishedRuns.read(output).find(runId).orElseThrow();
  }

  /** So many sentences of characters drawn from a few hundred. */
  private static String story(long seed, int sentences) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      for (int c = 0; c < 12; c++) {
        text.append((char) ('一' + random.nextInt(400)));
      }
      text.append('。');
    }
    return text.toString();
  }
}
