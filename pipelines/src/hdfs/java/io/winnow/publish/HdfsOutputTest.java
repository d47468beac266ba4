package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.publish.ObjectStore.Content;
import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.publish.PublishException.OutputHeld;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.read.FileMatcher;
import io.winnow.read.SourceFile;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HdfsOutputTest {
  @TempDir private static Path disk;

  private static HdfsServer server;
  private static Map<String, String> settings;
  private static int outputs;

  private CatalogOutput output;
  private HdfsFolder folder;
  private final List<Lease> leases = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    server = new HdfsServer(disk, 0);
    settings = Map.of("fs.defaultFS", server.uri());
    FileSystems.setDefaultPipelineOptions(
        PipelineOptionsFactory.fromArgs(
                "--hdfsConfiguration=[{\"fs.defaultFS\":\"" + server.uri() + "\"}]")
            .create());
  }

  @AfterAll
  static void stop() {
    server.close();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @BeforeEach
  void makeOutput() {
    String uri = server.uri() + "/some/out" + outputs++;
    output = CatalogOutput.onHdfs(uri, settings);
    folder = new HdfsFolder(uri, settings);
  }

  @AfterEach
  void giveBack() throws IOException {
    for (Lease lease : leases) {
      lease.close();
    }
  }

  @Test
  void publishesARunThatReadsBack() throws Exception {
    SampleRun.of("r1", "a", "b").publish(output);

    PublishedRun run = PublishedRuns.read(output).find("r1").orElseThrow();
    List<String> ids = new ArrayList<>();
    run.forEach(Dataset.ARTICLES, article -> ids.add(article.getId()));
    assertThat(ids, equalTo(List.of("a#0", "a#1", "b#0", "b#1")));
    assertThat(run.folder(), startsWith(".runs/r1."));
    assertThat(text("run=r1/manifest.json"), containsString("\"folder\" : \"" + run.folder()));
    assertThat(run.locations(Dataset.ARTICLES).get(0), startsWith(server.uri() + "/some/out"));
  }

  @Test
  void keepsWhatARunReplacedUntilTheNextRunBegins() throws Exception {
    SampleRun.of("r1", "a").publish(output);
    SampleRun.of("r1", "b").publish(output);
    assertThat(output.names(".runs"), hasSize(2));

    SampleRun.of("r2", "c").withSequence(2).publish(output);

    assertThat(output.names(".runs"), hasSize(2));
    assertThat(output.published(), aMapWithSize(2));
    assertThat(text("run=r1/manifest.json"), containsString(output.published().get("r1")));
  }

  @Test
  void showsNothingOfARunThatWasNotPublishedAndSweepsIt() throws Exception {
    SampleRun lost = SampleRun.of("lost", "a");
    try (Lease lease = acquire("lost")) {
      lost.write(Staging.begin(output, lease, lost.run()));
    }
    assertThat(PublishedRuns.read(output).all(), hasSize(0));

    SampleRun.of("r1", "a").publish(output);

    assertThat(output.names(".runs"), hasSize(1));
  }

  @Test
  void oneOfManyTakesTheLease() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> takers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String name = "r" + i;
        takers.add(() -> take(name));
      }
      int taken = 0;
      for (Future<Boolean> taker : threads.invokeAll(takers)) {
        taken += taker.get() ? 1 : 0;
      }
      assertThat(taken, is(1));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aHolderThatStoodStillPublishesNothing() throws Exception {
    SampleRun.of("r1", "a").publish(output);
    String before = output.published().get("r1");
    Lease slept = acquire("r1");

    assertThrows(
        LeaseLost.class,
        () ->
            slept.guard(
                () -> {
                  takeOver();
                  output.publish(Map.of("r1", Optional.of(".runs/r1.stale")));
                }));

    assertThat(output.published(), equalTo(Map.of("r1", before)));
  }

  @Test
  void aHolderThatStoodStillSweepsNothingOfTheNextOne() throws Exception {
    Lease slept = acquire("r1");

    assertThrows(
        LeaseLost.class,
        () ->
            slept.guard(
                () -> {
                  takeOver();
                  folder.put(".runs/r2.new/articles/part", Optional.empty(), "rows");
                  Staging.sweep(output);
                }));

    assertThat(output.names(".runs"), equalTo(List.of("r2.new")));
  }

  @Test
  void aVersionThatWasReplacedLongAgoCannotBeWrittenOn() throws Exception {
    Optional<Content> none = Optional.empty();
    assertThat(folder.put(Catalog.PATH, none, "0"), is(true));
    Optional<Content> first = folder.get(Catalog.PATH);
    for (int i = 1; i <= 20; i++) {
      assertThat(folder.put(Catalog.PATH, folder.get(Catalog.PATH), "" + i), is(true));
    }

    assertThat(folder.put(Catalog.PATH, first, "stale"), is(false));
    assertThat(folder.put(Catalog.PATH, none, "stale"), is(false));
    assertThat(folder.get(Catalog.PATH).orElseThrow().text(), equalTo("20"));
    assertThat(folder.keys(".published").size(), lessThanOrEqualTo(2));
  }

  @Test
  void noWriteOfManyAtOnceIsLost() throws Exception {
    folder.put(Catalog.PATH, Optional.empty(), "0");
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        writers.add(
            () -> {
              for (int done = 0; done < 10; ) {
                Content seen = folder.get(Catalog.PATH).orElseThrow();
                int next = Integer.parseInt(seen.text().replaceAll(" .*", "")) + 1;
                String mark = next + " " + Thread.currentThread().getName();
                done += folder.put(Catalog.PATH, Optional.of(seen), mark) ? 1 : 0;
              }
              return 10;
            });
      }
      for (Future<Integer> writer : threads.invokeAll(writers)) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(folder.get(Catalog.PATH).orElseThrow().text(), startsWith("60 "));
  }

  @Test
  void refusesAFolderThatItMayNotWriteTo() throws Exception {
    folder.put("mine", Optional.empty(), "x");
    OutputUnusable refused =
        assertThrows(
            OutputUnusable.class,
            () -> CatalogOutput.onHdfs(output.location("mine/out"), settings).prepare());
    assertThat(refused.getMessage(), containsString("/mine"));
  }

  @Test
  void aLostCatalogIsMadeAgainFromTheManifests() throws Exception {
    SampleRun.of("r1", "a").publish(output);
    Map<String, String> before = output.published();
    folder.delete(".published");

    assertThat(output.published(), equalTo(before));
    SampleRun.of("r2", "b").withSequence(2).publish(output);
    assertThat(output.published().keySet(), hasItem("r1"));
  }

  @Test
  void namesAreThoseDirectlyBelow() throws Exception {
    Optional<Content> none = Optional.empty();
    folder.put("a/b/c", none, "1");
    folder.put("a/d", none, "2");
    folder.put("ab", none, "3");
    assertThat(output.names("a"), equalTo(List.of("b", "d")));
    output.delete("a");
    assertThat(output.files(""), equalTo(List.of("ab")));
  }

  @Test
  void aFolderMeansAllBelowIt() throws Exception {
    String in = output.location("in");
    for (String name : List.of("a.txt", "b c.txt", "中 文/[1] d%20.txt", "x/y/e.txt")) {
      FileSystem hdfs = FileSystem.get(java.net.URI.create(server.uri()), new Configuration());
      try (FSDataOutputStream out = hdfs.create(new org.apache.hadoop.fs.Path(in + "/" + name))) {
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(uris(in), equalTo(List.of("a.txt", "b c.txt", "x/y/e.txt", "中 文/[1] d%20.txt")));
    assertThat(uris(in + "/**"), hasSize(4));
    assertThat(uris(in + "/*.txt"), equalTo(List.of("a.txt", "b c.txt")));
    assertThat(uris(in + "/b c.txt"), equalTo(List.of("b c.txt")));
    assertThat(uris(in + "/nothing/*"), hasSize(0));
    for (SourceFile file : FileMatcher.match(List.of(in)).files()) {
      byte[] bytes = new io.winnow.read.BeamFiles().open(file.path()).readAllBytes();
      assertThat(new String(bytes, StandardCharsets.UTF_8), equalTo(file.uri()));
    }
  }

  private static List<String> uris(String input) throws IOException {
    return FileMatcher.match(List.of(input)).files().stream().map(SourceFile::uri).toList();
  }

  private boolean take(String runId) throws Exception {
    try {
      acquire(runId);
      return true;
    } catch (OutputHeld held) {
      return false;
    }
  }

  private Lease acquire(String runId) throws Exception {
    Lease lease = Lease.acquire(output, runId, Duration.ZERO);
    leases.add(lease);
    return lease;
  }

  /** What another run does once the holder is silent for long enough. */
  private void takeOver() {
    try {
      LeaseFile file = CatalogOutput.onHdfs(output.location(""), settings).leaseFile();
      file.replace(file.read(), Optional.of("another holder"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String path) throws IOException {
    return folder.get(path).orElseThrow().text();
  }
}
