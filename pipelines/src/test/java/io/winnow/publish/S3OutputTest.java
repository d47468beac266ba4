package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.publish.PublishException.OutputHeld;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class S3OutputTest {
  private static final String ROOT = "some/out/";

  private BucketServer server;
  private S3Options options;
  private CatalogOutput output;
  private final List<Lease> leases = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = new BucketServer();
    options = PipelineOptionsFactory.create().as(S3Options.class);
    options.setEndpoint(URI.create(server.endpoint()));
    options.setAwsRegion(Region.US_EAST_1);
    options.setS3ClientFactoryClass(S3PathStyle.class);
    options.setS3UploadBufferSizeBytes(5 << 20);
    options.setAwsCredentialsProvider(
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
    FileSystems.setDefaultPipelineOptions(options);
    output = CatalogOutput.inBucket("s3://" + BucketServer.BUCKET + "/" + ROOT, options);
  }

  @AfterEach
  void stop() throws IOException {
    for (Lease lease : leases) {
      lease.close();
    }
    server.close();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
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
  void rewritesAPublishedRunWithoutFetchingItsOtherFiles() throws Exception {
    SampleRun.of("r1", "a").publish(output);
    PublishedRun before = PublishedRuns.read(output).find("r1").orElseThrow();

    try (Lease lease = acquire("refingerprint");
        RunRewrite rewrite = FingerprintRebuild.stage(output, before, "9")) {
      rewrite.publish(lease);
    }

    PublishedRun after = PublishedRuns.read(output).find("r1").orElseThrow();
    assertThat(after.folder(), not(is(before.folder())));
    assertThat(after.dataFiles(Dataset.ARTICLES), is(before.dataFiles(Dataset.ARTICLES)));
    List<String> ids = new ArrayList<>();
    after.forEach(Dataset.ARTICLES, article -> ids.add(article.getId()));
    assertThat(ids, equalTo(List.of("a#0", "a#1")));
    assertThat(text("run=r1/manifest.json"), containsString("\"folder\" : \"" + after.folder()));
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
                  put(".runs/r2.new/articles/part", "rows of the next holder");
                  Staging.sweep(output);
                }));

    assertThat(output.names(".runs"), equalTo(List.of("r2.new")));
  }

  @Test
  void aPublishWhoseAnswerIsLostIsPublishedOnce() throws Exception {
    int[] lost = new int[1];
    server.losesAnswer = key -> key.endsWith(Catalog.PATH) && lost[0]++ % 2 == 0;

    SampleRun.of("r1", "a").publish(output);

    assertThat(PublishedRuns.read(output).all(), hasSize(1));
    assertThat(output.leaseFile().read(), equalTo(Optional.empty()));
  }

  @Test
  void refusesAStoreThatIgnoresConditions() {
    server.isUnconditional = true;
    OutputUnusable refused = assertThrows(OutputUnusable.class, () -> output.prepare());
    assertThat(refused.getMessage(), containsString("conditional writes"));
  }

  @Test
  void refusesABucketThatIsNotThere() {
    OutputUnusable refused =
        assertThrows(
            OutputUnusable.class, () -> CatalogOutput.inBucket("s3://nowhere", options).prepare());
    assertThat(
        refused.getMessage(),
        allOf(containsString("no bucket nowhere"), not(containsString("secret"))));
  }

  @Test
  void aLostCatalogIsMadeAgainFromTheManifests() throws Exception {
    SampleRun.of("r1", "a").publish(output);
    Map<String, String> before = output.published();
    server.objects.remove(ROOT + Catalog.PATH);

    assertThat(output.published(), equalTo(before));
    SampleRun.of("r2", "b").withSequence(2).publish(output);
    assertThat(output.published().keySet(), hasItem("r1"));
  }

  @Test
  void namesAreThoseDirectlyBelow() throws Exception {
    put("a/b/c", "1");
    put("a/d", "2");
    put("ab", "3");
    assertThat(output.names("a"), equalTo(List.of("b", "d")));
    output.delete("a");
    assertThat(output.files(""), equalTo(List.of("ab")));
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
      LeaseFile file = CatalogOutput.inBucket(output.location(""), options).leaseFile();
      file.replace(file.read(), Optional.of("another holder"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String path, String content) {
    server.objects.put(ROOT + path, content.getBytes(StandardCharsets.UTF_8));
  }

  private String text(String path) {
    return new String(server.objects.get(ROOT + path), StandardCharsets.UTF_8);
  }

  @Test
  void packsRunsInOneWriteOfTheCatalog() throws Exception {
    SampleRun.of("r1", "a").publish(output);
    SampleRun.of("r2", "b").withSequence(2).publish(output);
    SampleRun.of("r3", "c").withSequence(3).publish(output);

    Compaction compaction =
        Compaction.of(output, PublishedRuns.read(output), LocalDate.of(2026, 3, 1), "9");
    try (Lease lease = Lease.acquire(output, "compact", Duration.ZERO)) {
      compaction.next(lease);
    }

    assertThat(output.published().keySet(), equalTo(Set.of("PACK-1-3", "r1", "r2", "r3")));
    assertThat(text("run=r2/manifest.json"), containsString("\"pack\" : \"PACK-1-3\""));
    assertThat(
        text("run=PACK-1-3/folder.json"), containsString(output.published().get("PACK-1-3")));
    SampleRun.of("r2", "z").withSequence(2).publish(output);
    Map<String, List<String>> ids = new TreeMap<>();
    for (PublishedRun run : PublishedRuns.read(output).all()) {
      run.forEach(
          Dataset.ARTICLES,
          row ->
              ids.computeIfAbsent(run.manifest().runId(), id -> new ArrayList<>())
                  .add(row.getId()));
    }
    assertThat(
        ids,
        equalTo(
            Map.of(
                "r1", List.of("a#0", "a#1"),
                "r2", List.of("z#0", "z#1"),
                "r3", List.of("c#0", "c#1"))));
    assertThat(
        Pack.read(output, output.published().get("PACK-1-3")).runs(), equalTo(List.of("r1", "r3")));
  }
}
