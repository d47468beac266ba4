package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.dedupe.Fingerprints;
import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.Article;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRewriteTest {
  private @TempDir Path folder;
  private LocalOutput output;

  @BeforeEach
  void publish() throws Exception {
    output = LocalOutput.at(folder);
    SampleRun.of("r1", "a.txt", "b.txt").publish(output);
  }

  @Test
  void replacesOneDatasetAndTakesTheOthersOver() throws Exception {
    PublishedRun before = run();
    List<Fingerprint> changed = new ArrayList<>();
    for (Fingerprint row : rows(before, Dataset.FINGERPRINTS)) {
      changed.add(Fingerprint.newBuilder(row).setClusterId("other").build());
    }
    try (RunRewrite rewrite = RunRewrite.begin(output, before, "9")) {
      rewrite.replace(
          Dataset.FINGERPRINTS, parts(List.of(changed.subList(0, 1), changed.subList(1, 4))));
      rewrite.seal("a test", null);
      assertThat(run().folder(), is(before.folder()));
      publish(rewrite);
    }

    PublishedRun after = run();
    assertThat(after.folder(), not(is(before.folder())));
    assertThat(rows(after, Dataset.FINGERPRINTS), equalTo(changed));
    assertThat(after.files(Dataset.FINGERPRINTS), hasSize(2));
    for (Dataset<?> dataset : Dataset.all()) {
      if (dataset != Dataset.FINGERPRINTS) {
        assertThat(after.dataFiles(dataset), is(before.dataFiles(dataset)));
      }
      for (Manifest.DataFile file : after.dataFiles(dataset)) {
        String path = after.folder() + "/" + file.path();
        assertThat(path, Checksum.sha256(output, path), is(file.sha256()));
      }
    }
    assertThat(after.manifest().sequence(), is(before.manifest().sequence()));
    assertThat(after.manifest().counts(), is(before.manifest().counts()));
    assertThat(after.manifest().rewrites(), hasSize(1));
    assertThat(after.manifest().rewrites().get(0).reason(), is("a test"));
    assertThat(after.manifest().rewrites().get(0).datasets(), contains("fingerprints"));
  }

  @Test
  void countsTheLedgerAnew() throws Exception {
    PublishedRun before = run();
    List<Article> kept = rows(before, Dataset.ARTICLES);
    Article gone = kept.remove(0);
    List<Reject> rejects = rows(before, Dataset.REJECTS);
    rejects.add(0, reject(gone));
    try (RunRewrite rewrite = RunRewrite.begin(output, before, "9")) {
      rewrite.replace(Dataset.ARTICLES, parts(List.of(kept)));
      rewrite.replace(Dataset.REJECTS, parts(List.of(rejects)));
      rewrite.seal("a test", Pages.none());
      publish(rewrite);
    }

    LedgerEntry entry = rows(run(), Dataset.LEDGER).get(0);
    assertThat(entry.getPublished(), is(1));
    assertThat(entry.getRejects(), is(2));
    assertThat(entry.getLinesPublished(), is(10));
    assertThat(run().manifest().count("articles"), is(3L));
    assertThat(run().manifest().count("rejects"), is(3L));
  }

  @Test
  void refusesToLoseAPiece() throws Exception {
    PublishedRun before = run();
    List<Article> kept = rows(before, Dataset.ARTICLES);
    kept.remove(0);
    try (RunRewrite rewrite = RunRewrite.begin(output, before, "9")) {
      rewrite.replace(Dataset.ARTICLES, parts(List.of(kept)));
      RunRefused refused =
          assertThrows(RunRefused.class, () -> rewrite.seal("a test", Pages.none()));
      assertThat(refused.getMessage(), containsString("a.txt: 4 pieces were split"));
    }
    assertThat(run().folder(), is(before.folder()));
    assertThat(output.names(".runs"), hasSize(1));
  }

  @Test
  void publishesNothingUnderALostLease() throws Exception {
    PublishedRun before = run();
    try (RunRewrite rewrite = RunRewrite.begin(output, before, "9");
        Lease lease = Lease.acquire(output, "x", Duration.ZERO)) {
      rewrite.seal("a test", null);
      Files.writeString(folder.resolve(".lease"), "taken over");
      assertThrows(LeaseLost.class, () -> rewrite.publish(lease));
    }
    assertThat(run().folder(), is(before.folder()));
  }

  @Test
  void saysWhatToDoWithARunThatCannotBeSwapped() throws Exception {
    String attempt = run().folder();
    Files.delete(folder.resolve("run=r1"));
    Files.move(folder.resolve(attempt), folder.resolve("run=r1"));

    assertThrows(OutputUnusable.class, () -> RunRewrite.begin(output, run(), "9"));
  }

  @Test
  void rebuildsFingerprintsFromTheTexts() throws Exception {
    olderThanOurs();
    List<Fingerprint> before = rows(run(), Dataset.FINGERPRINTS);
    List<String> articles = rows(run(), Dataset.ARTICLES).stream().map(Article::getId).toList();

    try (RunRewrite rewrite = FingerprintRebuild.stage(output, run(), "9")) {
      publish(rewrite);
    }

    assertThat(run().manifest().fingerprintVersion(), is(Fingerprints.VERSION));
    List<Fingerprint> after = rows(run(), Dataset.FINGERPRINTS);
    assertThat(after, hasSize(before.size()));
    for (int i = 0; i < after.size(); i++) {
      Fingerprint row = after.get(i);
      assertThat(row.getStorySignature() != null, is(articles.contains(row.getId())));
      assertThat(
          Fingerprint.newBuilder(row).setStorySignature(null).build(),
          equalTo(Fingerprints.again(before.get(i), "正文")));
      assertThat(after.get(i).getVersion(), is(Fingerprints.VERSION));
    }
    assertThat(PublishedRuns.read(output).withOtherFingerprints(Fingerprints.VERSION), hasSize(0));
  }

  @Test
  void aManifestThatDoesNotSayHasFingerprintsOfVersion1() throws Exception {
    Path manifest = folder.resolve(run().folder()).resolve(Manifest.PATH);
    String text = Files.readString(manifest);
    Files.writeString(
        manifest,
        text.replaceFirst("\"fingerprint_version\" : \\d+,", "")
            .replaceFirst(",\\s*\"rewrites\" : \\[ *\\]", ""));
    assertThat(Files.readString(manifest).length() < text.length() - 40, is(true));

    assertThat(run().manifest().fingerprintVersion(), is(1));
    assertThat(run().manifest().rewrites(), hasSize(0));
  }

  private void olderThanOurs() throws IOException {
    Path manifest = folder.resolve(run().folder()).resolve(Manifest.PATH);
    String text = Files.readString(manifest);
    Files.writeString(
        manifest,
        text.replaceFirst("\"fingerprint_version\" : \\d+", "\"fingerprint_version\" : 0"));
    assertThat(PublishedRuns.read(output).withOtherFingerprints(Fingerprints.VERSION), hasSize(1));
  }

  private void publish(RunRewrite rewrite) throws Exception {
    try (Lease lease = Lease.acquire(output, "x", Duration.ZERO)) {
      rewrite.publish(lease);
      Staging.clear(output, lease);
    }
    assertThat(output.names(".runs"), hasSize(1));
  }

  private PublishedRun run() throws IOException {
    return PublishedRuns.read(output).find("r1").orElseThrow();
  }

  private static <T extends SpecificRecord> List<T> rows(PublishedRun run, Dataset<T> dataset)
      throws IOException {
    List<T> rows = new ArrayList<>();
    run.forEach(dataset, rows::add);
    return rows;
  }

  private static <T> Parts<T> parts(List<List<T>> parts) {
    return new Parts<>() {
      @Override
      public int count() {
        return parts.size();
      }

      @Override
      public Stream<T> rows(int number) {
        return parts.get(number).stream();
      }
    };
  }

  private static Reject reject(Article article) {
    return Reject.newBuilder()
        .setRunId(article.getRunId())
        .setId(article.getId())
        .setFirstSeen(article.getFirstSeen())
        .setSourceUri(article.getSourceUri())
        .setSourceFormat("text")
        .setSourceOrdinal(article.getSourceOrdinal())
        .setLines(article.getLines())
        .setStage("split")
        .setReason("not-an-article")
        .setOriginal("")
        .setOriginalBytes(0)
        .setOriginalSha256("0")
        .build();
  }
}
