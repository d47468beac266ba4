package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.run.RunInfo;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  private static final LocalDate LATER = LocalDate.of(2026, 3, 1);

  private @TempDir Path folder;
  private LocalOutput output;

  @BeforeEach
  void prepare() {
    output = LocalOutput.at(folder);
  }

  @Test
  void keepsEveryRowAndWhatARunIs() throws Exception {
    publish("r1", 1, "a", "b");
    publish("r2", 2, "c");
    publish("r3", 3);
    Map<String, List<SpecificRecord>> before = rows();
    Map<String, Manifest> manifests = manifests();

    compact();

    assertThat(rows(), equalTo(before));
    for (PublishedRun run : PublishedRuns.read(output).all()) {
      Manifest was = manifests.get(run.manifest().runId());
      assertThat(run.isPacked(), is(true));
      assertThat(run.manifest().counts(), is(was.counts()));
      assertThat(run.manifest().history(), is(was.history()));
      assertThat(run.manifest().sequence(), is(was.sequence()));
      assertThat(run.manifest().finished(), is(was.finished()));
      assertThat(run.manifest().rewrites(), is(was.rewrites()));
      was.datasets()
          .forEach(
              (name, facts) -> {
                assertThat(run.manifest().datasets().get(name).rowsHash(), is(facts.rowsHash()));
                assertThat(run.manifest().datasets().get(name).rows(), is(facts.rows()));
                assertThat(run.manifest().datasets().get(name).files(), is(empty()));
              });
    }
  }

  @Test
  void leavesAFileADatasetAndAManifestARun() throws Exception {
    publish("r1", 1, "a");
    publish("r2", 2, "b");

    compact();

    assertThat(links(), contains("run=PACK-1-2", "run=r1", "run=r2"));
    assertThat(glob("articles"), hasSize(1));
    assertThat(output.files(folderOf("r1")), contains(folderOf("r1") + "/manifest.json"));
    String manifest = Files.readString(folder.resolve("run=r1/manifest.json"));
    assertThat(manifest, containsString("\"pack\" : \"PACK-1-2\""));
    assertThat(manifest, containsString("\"manifest_version\" : 2"));
    assertThat(output.names(".runs"), hasSize(3));
  }

  @Test
  void leavesNewRunsAndOneAloneAsTheyAre() throws Exception {
    publish("old", 1, "a");
    publish(new RunInfo("new", LATER, 2), "b");
    publish(new RunInfo("newer", LATER, 3), "c");

    Compaction compaction = compact();

    assertThat(compaction.planned(), is(empty()));
    assertThat(links(), contains("run=new", "run=newer", "run=old"));
  }

  @Test
  void writesAPackAgainOnlyWhenItGrowsByHalf() throws Exception {
    publish("r1", 1, many("a"));
    publish("r2", 2, many("b"));
    compact();
    publish("r3", 3, "c");
    assertThat(compact().planned(), is(empty()));
    publish("r4", 4, "d");
    compact();
    assertThat(links().subList(0, 2), contains("run=PACK-1-2", "run=PACK-3-4"));
    publish("r5", 5, "e");
    compact();
    assertThat(links().subList(0, 2), contains("run=PACK-1-2", "run=PACK-3-5"));
  }

  @Test
  void makesSeveralPacksWhereOneWouldBeTooLarge() throws Exception {
    for (int run = 1; run <= 4; run++) {
      publish("r" + run, run, "a" + run);
    }
    long articles =
        PublishedRuns.read(output).all().get(0).dataFiles(Dataset.ARTICLES).get(0).bytes();
    Map<String, List<SpecificRecord>> before = rows();

    compact(2 * articles + articles / 2);

    assertThat(links().subList(0, 2), contains("run=PACK-1-2", "run=PACK-3-4"));
    assertThat(rows(), equalTo(before));
  }

  @Test
  void takesARunOutOfItsPackThatIsRunAgain() throws Exception {
    publish("r1", 1, "a");
    publish("r2", 2, "b");
    publish("r3", 3, "c");
    compact();
    Map<String, List<SpecificRecord>> before = rows();

    publish("r2", 2, "z");

    assertThat(run("r2").isPacked(), is(false));
    assertThat(run("r1").isPacked(), is(true));
    assertThat(ids("r2"), contains("z#0", "z#1"));
    Map<String, List<SpecificRecord>> after = rows();
    after.remove("r2");
    before.remove("r2");
    assertThat(after, equalTo(before));
    assertThat(glob("articles"), hasSize(2));
    assertThat(Pack.read(output, "run=PACK-1-3").runs(), contains("r1", "r3"));
    assertThat(output.names(".runs"), hasSize(4));

    compact();
    assertThat(links(), contains("run=PACK-1-3", "run=r1", "run=r2", "run=r3"));
    assertThat(ids("r2"), contains("z#0", "z#1"));
  }

  @Test
  void aPackGoesWithItsLastRun() throws Exception {
    publish("r1", 1, "a");
    publish("r2", 2, "b");
    compact();

    try (Lease lease = Lease.acquire(output, "x", Duration.ZERO)) {
      new Switch().without("r1").publish(output, lease);
      assertThat(glob("articles"), hasSize(1));
      assertThat(ids("r2"), contains("b#0", "b#1"));
      new Switch().without("r2").publish(output, lease);
      Staging.clear(output, lease);
    }

    assertThat(links(), is(empty()));
    assertThat(output.names(".runs"), is(empty()));
  }

  @Test
  void rewritesARunOfAPack() throws Exception {
    publishWithReport("r1", 1, "a");
    publishWithReport("r2", 2, "b");
    Map<String, List<SpecificRecord>> before = rows();
    Manifest was = run("r1").manifest();
    compact();

    try (Lease lease = Lease.acquire(output, "x", Duration.ZERO);
        RunRewrite rewrite = RunRewrite.begin(output, run("r1"), "9")) {
      rewrite.seal("a test", null);
      rewrite.publish(lease);
    }

    assertThat(rows(), equalTo(before));
    assertThat(run("r1").isPacked(), is(false));
    assertThat(run("r1").manifest().pages(), is(was.pages()));
    assertThat(run("r1").manifest().manifestVersion(), is(1));
    assertThat(Files.readString(folder.resolve("run=r1/report.md")), is("# r1"));
    assertThat(run("r2").isPacked(), is(true));
  }

  @Test
  void rebuildsFingerprintsOfARunOfAPack() throws Exception {
    publish("r1", 1, "a");
    publish("r2", 2, "b");
    compact();

    try (Lease lease = Lease.acquire(output, "x", Duration.ZERO);
        RunRewrite rewrite = FingerprintRebuild.stage(output, run("r1"), "9")) {
      rewrite.publish(lease);
    }

    assertThat(run("r1").manifest().count("fingerprints"), is(2L));
    assertThat(run("r1").rows(Dataset.ARTICLES), is(2L));
  }

  @Test
  void packsReportsIntoOneArchive() throws Exception {
    publishWithReport("r1", 1, "a");
    publishWithReport("r2", 2, "b");
    Footprint before = Footprint.of(PublishedRuns.read(output));
    int saved = compact().planned().get(0).filesLess();

    assertThat(Files.exists(folder.resolve("run=PACK-1-2/reports.zip")), is(true));
    assertThat(run("r1").manifest().hasPage("report.md"), is(false));
    long files = Footprint.of(PublishedRuns.read(output)).files();
    assertThat(files, lessThan(before.files()));
    assertThat(before.files() - files, is((long) saved));
  }

  @Test
  void historyIsReadFromAPackOnce() throws Exception {
    publish("r1", 1, "a");
    publish("r2", 2, "b");
    compact();

    History history = PublishedRuns.read(output).historyFor("r3");
    assertThat(history.fingerprintFiles(), hasSize(1));
    assertThat(history.knownSha256().keySet(), containsInAnyOrder("a", "b"));
    assertThat(PublishedRuns.read(output).historyFor("r2").knownSha256().keySet(), contains("a"));
    assertThat(PublishedRuns.read(output).historyFor("r1").fingerprintFiles(), is(empty()));
  }

  @Test
  void refusesRowsThatAreNotThoseOfTheManifest() throws Exception {
    publish("r1", 1, "a");
    publish("r2", 2, "b");
    Path manifest = folder.resolve("run=r2/manifest.json");
    String hash = run("r2").manifest().datasets().get("articles").rowsHash();
    Files.writeString(
        manifest, Files.readString(manifest).replace(hash, "0".repeat(hash.length())));
    List<String> before = links();

    IOException e = assertThrows(IOException.class, this::compact);

    assertThat(e.getMessage(), startsWith("the rows of articles of run r2 have another hash"));
    assertThat(links(), equalTo(before));
    assertThat(output.names(".runs"), hasSize(2));
  }

  private Compaction compact() throws Exception {
    return compact(PackPlan.PACK_BYTES);
  }

  private Compaction compact(long bytes) throws Exception {
    try (Lease lease = Lease.acquire(output, "x", Duration.ZERO)) {
      Compaction compaction = Compaction.of(output, PublishedRuns.read(output), LATER, "9", bytes);
      while (compaction.hasNext()) {
        compaction.next(lease);
      }
      Staging.clear(output, lease);
      return compaction;
    }
  }

  private static String[] many(String prefix) {
    return IntStream.range(0, 2000).mapToObj(number -> prefix + number).toArray(String[]::new);
  }

  private void publish(String id, long sequence, String... sources) throws Exception {
    SampleRun.of(id, sources).withSequence(sequence).publish(output);
  }

  private void publish(RunInfo run, String source) throws Exception {
    new SampleRun(run, List.of(source)).publish(output);
  }

  private void publishWithReport(String id, long sequence, String source) throws Exception {
    SampleRun.of(id, source)
        .withSequence(sequence)
        .publish(
            output,
            List.of(),
            new Pages() {
              @Override
              public void report(PublishedRun staged, PublishedRuns before, Path at)
                  throws IOException {
                Files.writeString(at.resolve("report.md"), "# " + id);
                Files.createDirectory(at.resolve("report"));
                Files.writeString(at.resolve("report/a.svg"), "<svg/>");
              }

              @Override
              public void views(PublishedRuns published, ChangedRuns changed) {}
            });
  }

  private PublishedRun run(String id) throws IOException {
    return PublishedRuns.read(output).find(id).orElseThrow();
  }

  private String folderOf(String id) throws IOException {
    return run(id).folder();
  }

  private List<String> links() throws IOException {
    return output.names("").stream().filter(name -> name.startsWith("run=")).toList();
  }

  /** What a reader finds by its glob. */
  private List<Path> glob(String dataset) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String link : links()) {
      Path of = folder.resolve(link).resolve(dataset);
      if (Files.isDirectory(of)) {
        try (var each = Files.list(of)) {
          each.forEach(files::add);
        }
      }
    }
    return files;
  }

  private List<String> ids(String run) throws IOException {
    List<String> ids = new ArrayList<>();
    run(run).forEach(Dataset.ARTICLES, row -> ids.add(row.getId()));
    return ids;
  }

  private Map<String, Manifest> manifests() throws IOException {
    Map<String, Manifest> manifests = new TreeMap<>();
    PublishedRuns.read(output)
        .all()
        .forEach(run -> manifests.put(run.manifest().runId(), run.manifest()));
    return manifests;
  }

  private Map<String, List<SpecificRecord>> rows() throws IOException {
    Map<String, List<SpecificRecord>> rows = new TreeMap<>();
    for (PublishedRun run : PublishedRuns.read(output).all()) {
      List<SpecificRecord> all = new ArrayList<>();
      for (Dataset<?> dataset : Dataset.all()) {
        run.forEach(dataset, all::add);
      }
      rows.put(run.manifest().runId(), all);
    }
    return rows;
  }
}
