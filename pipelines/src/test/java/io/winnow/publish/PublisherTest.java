package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.publish.PublishException.DiskFull;
import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.Article;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  private @TempDir Path folder;
  private LocalOutput output;

  @BeforeEach
  void open() throws Exception {
    output = LocalOutput.at(folder);
    output.prepare();
  }

  @Test
  void publishesEveryDatasetAsOneFileSortedByKey() throws Exception {
    Manifest manifest = SampleRun.of("r1", "b.txt", "a.txt").publish(output);

    for (Dataset<?> dataset : Dataset.all()) {
      assertThat(
          folder.resolve("run=r1").resolve(dataset.name()).toFile().list(),
          equalTo(new String[] {"part-00000.parquet"}));
    }
    assertThat(ids(run("r1")), contains("a.txt#0", "a.txt#1", "b.txt#0", "b.txt#1"));
    assertThat(manifest.count("articles"), equalTo(4L));
    assertThat(manifest.count("duplicates"), equalTo(2L));
    assertThat(manifest.count("rejects"), equalTo(2L));
    assertThat(manifest.count("boilerplate"), equalTo(0L));
    assertThat(manifest.count("files"), equalTo(2L));
  }

  @Test
  void publishesACompleteLedger() throws Exception {
    SampleRun.of("r1", "a.txt").publish(output);

    List<LedgerEntry> ledger = new ArrayList<>();
    run("r1").forEach(Dataset.LEDGER, ledger::add);
    assertThat(ledger, hasSize(1));
    assertThat(ledger.get(0).getPublished(), equalTo(2));
    assertThat(ledger.get(0).getLinesPublished(), equalTo(20));
  }

  @Test
  void describesEveryFileInTheManifest() throws Exception {
    SampleRun.of("r1", "a.txt").publish(output);

    PublishedRun run = run("r1");
    List<String> described = new ArrayList<>(List.of("manifest.json"));
    for (Manifest.DatasetFacts dataset : run.manifest().datasets().values()) {
      for (Manifest.DataFile file : dataset.files()) {
        described.add(file.path());
        Path path = folder.resolve(run.folder()).resolve(file.path());
        assertThat(Files.size(path), equalTo(file.bytes()));
        assertThat(
            Checksum.sha256(output, run.folder() + "/" + file.path()), equalTo(file.sha256()));
      }
    }
    assertThat(
        output.files(run.folder()).stream()
            .map(file -> file.substring(run.folder().length() + 1))
            .toList(),
        equalTo(described.stream().sorted().toList()));
    assertThat(run.manifest().options(), hasEntry("quality", "default"));
    assertThat(run.manifest().metrics(), hasEntry("clean:articles-kept", 2L));
  }

  @Test
  void givesEqualRowsEqualHashes() throws Exception {
    Manifest first = SampleRun.of("r1", "a.txt", "b.txt").publish(output);
    Manifest again = SampleRun.of("r1", "b.txt", "a.txt").publish(output);
    Manifest other = SampleRun.of("r1", "a.txt").publish(output);

    for (Dataset<?> dataset : Dataset.all()) {
      String name = dataset.name();
      assertThat(hash(again, name), equalTo(hash(first, name)));
    }
    assertThat(hash(other, "articles"), not(equalTo(hash(first, "articles"))));
  }

  @Test
  void replacesARunByItself() throws Exception {
    SampleRun.of("r1", "a.txt").publish(output);
    SampleRun.of("r1", "b.txt").publish(output);

    assertThat(ids(run("r1")), contains("b.txt#0", "b.txt#1"));
    assertThat(output.names(".runs"), hasSize(1));
  }

  @Test
  void publishesNothingWhenARowWasLost() throws Exception {
    SampleRun before = SampleRun.of("r1", "a.txt");
    before.publish(output);
    List<String> visible = output.files("run=r1");

    RunRefused refused = assertThrows(RunRefused.class, () -> publishWithoutRejects("r1"));

    assertThat(refused.getMessage(), containsString("a.txt: 4 pieces were split"));
    assertThat(output.files("run=r1"), equalTo(visible));
  }

  @Test
  void publishesNothingWhenTwoRowsShareAnId() throws Exception {
    RunRefused refused =
        assertThrows(RunRefused.class, () -> SampleRun.of("r1", "a.txt", "a.txt").publish(output));

    assertThat(refused.getMessage(), equalTo("two rows of articles have one key: a.txt#0"));
    assertThat(output.published().keySet(), empty());
  }

  @Test
  void publishesNothingWhenAGateRefuses() throws Exception {
    Gate gate =
        (run, published) ->
            Optional.of(
                new GateRefusal(
                    "few", "only " + run.manifest().count("articles") + " articles", 2, 3));

    RunRefused refused =
        assertThrows(
            RunRefused.class,
            () -> SampleRun.of("r1", "a.txt").publish(output, List.of(gate), Pages.none()));

    assertThat(refused.getMessage(), equalTo("only 2 articles, so nothing was published"));
    assertThat(output.published().keySet(), empty());
    assertThat(output.names(".runs"), empty());
  }

  @Test
  void publishesNothingUnderALostLease() throws Exception {
    SampleRun run = SampleRun.of("r1", "a.txt");
    try (Lease lease = Lease.acquire(output, "r1", Duration.ZERO)) {
      Staging staging = Staging.begin(output, lease, run.run());
      FinishedJob job = run.job(staging);
      Files.writeString(folder.resolve(".lease"), "taken over");

      assertThrows(
          LeaseLost.class,
          () -> new Publisher(output, lease, List.of(), Pages.none()).publish(staging, job));
    }
    assertThat(output.published().keySet(), empty());
  }

  @Test
  void removesWhatGivenUpWorkersAndRunsLeft() throws Exception {
    Files.createDirectories(folder.resolve(".runs/r0.20200101T000000000/articles"));
    Files.writeString(folder.resolve(".runs/r0.20200101T000000000/articles/x.parquet"), "half");
    SampleRun run = SampleRun.of("r1", "a.txt");
    try (Lease lease = Lease.acquire(output, "r1", Duration.ZERO)) {
      Staging staging = Staging.begin(output, lease, run.run());
      FinishedJob job = run.job(staging);
      run.write(staging);
      Files.writeString(folder.resolve(staging.folder()).resolve("_written.json"), "[]");
      Files.createDirectories(folder.resolve(staging.folder()).resolve("_job/blobs"));
      Files.writeString(folder.resolve(staging.folder()).resolve(".hidden"), "");
      new Publisher(output, lease, List.of(), Pages.none()).publish(staging, job);
    }

    assertThat(output.names(".runs"), contains(startsWith("r1.")));
    assertThat(
        output.names("run=r1"),
        contains(
            "articles",
            "boilerplate",
            "duplicates",
            "fingerprints",
            "ledger",
            "manifest.json",
            "rejects"));
    assertThat(output.files("run=r1/articles"), hasSize(1));
  }

  @Test
  void keepsTheAttemptsOfOtherRuns() throws Exception {
    SampleRun.of("r1", "a.txt").publish(output);
    SampleRun.of("r1.2", "b.txt").publish(output);

    assertThat(ids(run("r1")), contains("a.txt#0", "a.txt#1"));
    assertThat(ids(run("r1.2")), contains("b.txt#0", "b.txt#1"));
  }

  @Test
  void publishesTheReportWithTheRun() throws Exception {
    Pages pages =
        new Pages() {
          @Override
          public void report(PublishedRun staged, PublishedRuns before, Path pages)
              throws IOException {
            assertThat(staged.manifest().count("articles"), equalTo(2L));
            assertThat(before.all(), empty());
            List<Article> articles = new ArrayList<>();
            staged.forEach(Dataset.ARTICLES, articles::add);
            Files.createDirectory(pages.resolve("report"));
            Files.writeString(pages.resolve("report.md"), "# " + articles.size());
            Files.writeString(pages.resolve("report/a.svg"), "<svg/>");
          }

          @Override
          public void views(PublishedRuns published, ChangedRuns changes) {}
        };

    Manifest manifest = SampleRun.of("r1", "a.txt").publish(output, List.of(), pages);

    assertThat(Files.readString(folder.resolve("run=r1/report.md")), equalTo("# 2"));
    assertThat(
        manifest.pages().stream().map(Manifest.Page::path).toList(),
        contains("report.md", "report/a.svg"));
  }

  @Test
  void rendersTheViewsOnceForEachState() throws Exception {
    List<Integer> rendered = new ArrayList<>();
    Pages pages =
        new Pages() {
          @Override
          public void report(PublishedRun staged, PublishedRuns before, Path pages) {}

          @Override
          public void views(PublishedRuns published, ChangedRuns changes) {
            rendered.add(published.all().size());
          }
        };
    Publisher publisher;
    try (Lease lease = Lease.acquire(output, "r0", Duration.ZERO)) {
      publisher = new Publisher(output, lease, List.of(), pages);
    }

    publisher.refreshViews();
    SampleRun.of("r1", "a.txt").publish(output);
    publisher.refreshViews();
    publisher.refreshViews();
    SampleRun.of("r1", "a.txt").publish(output);
    publisher.refreshViews();

    assertThat(rendered, contains(1, 1));
  }

  @Test
  void rendersAgainAfterARenderingThatFailed() throws Exception {
    List<Integer> rendered = new ArrayList<>();
    Pages pages =
        new Pages() {
          @Override
          public void report(PublishedRun staged, PublishedRuns before, Path pages) {}

          @Override
          public void views(PublishedRuns published, ChangedRuns changes) throws IOException {
            rendered.add(published.all().size());
            if (rendered.size() == 1) {
              throw new IOException("cut off");
            }
          }
        };
    SampleRun.of("r1", "a.txt").publish(output);
    try (Lease lease = Lease.acquire(output, "r0", Duration.ZERO)) {
      Publisher publisher = new Publisher(output, lease, List.of(), pages);

      assertThrows(IOException.class, publisher::refreshViews);
      publisher.refreshViews();
    }

    assertThat(rendered, contains(1, 1));
  }

  @Test
  void saysThatTheDiskIsFullWhenWritingFailsForThat() throws Exception {
    Pages pages =
        new Pages() {
          @Override
          public void report(PublishedRun staged, PublishedRuns before, Path pages)
              throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void views(PublishedRuns published, ChangedRuns changes) {}
        };
    OutputStore full =
        (OutputStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {OutputStore.class},
                (proxy, method, args) ->
                    method.getName().equals("usableBytes")
                        ? 1000L
                        : method.isDefault()
                            ? InvocationHandler.invokeDefault(proxy, method, args)
                            : method.invoke(output, args));

    DiskFull refused =
        assertThrows(
            DiskFull.class, () -> SampleRun.of("r1", "a.txt").publish(full, List.of(), pages));

    assertThat(refused.getMessage(), startsWith("the disk of " + folder));
    assertThat(output.names(".runs"), empty());
    assertThrows(
        IOException.class, () -> SampleRun.of("r1", "a.txt").publish(output, List.of(), pages));
  }

  @Test
  void publishesAnEmptyRun() throws Exception {
    Manifest manifest =
        SampleRun.of("r1").publish(output, List.of(Gate.somethingKept()), Pages.none());

    assertThat(manifest.count("files"), equalTo(0L));
    assertThat(
        manifest.datasets().values().stream().map(Manifest.DatasetFacts::files).toList(),
        everyItem(hasSize(1)));
  }

  private void publishWithoutRejects(String runId) throws Exception {
    SampleRun run = SampleRun.of(runId, "a.txt");
    try (Lease lease = Lease.acquire(output, runId, Duration.ZERO)) {
      Staging staging = Staging.begin(output, lease, run.run());
      List<WrittenFile> files =
          run.write(staging).stream().filter(file -> !file.dataset().equals("rejects")).toList();
      new Publisher(output, lease, List.of(), Pages.none()).publish(staging, run.finished(files));
    }
  }

  private PublishedRun run(String runId) throws IOException {
    return PublishedRuns.read(output).find(runId).orElseThrow();
  }

  private static List<String> ids(PublishedRun run) throws IOException {
    List<String> ids = new ArrayList<>();
    run.forEach(Dataset.ARTICLES, article -> ids.add(article.getId()));
    return ids;
  }

  private static String hash(Manifest manifest, String dataset) {
    return manifest.datasets().get(dataset).rowsHash();
  }
}
