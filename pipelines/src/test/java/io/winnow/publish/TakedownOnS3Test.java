package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.winnow.forget.Tombstones;
import io.winnow.schema.Reject;
import io.winnow.takedown.Name;
import io.winnow.takedown.Removal;
import io.winnow.takedown.Search;
import io.winnow.takedown.Takedown;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class TakedownOnS3Test {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private BucketServer server;
  private CatalogOutput output;

  @BeforeEach
  void publish() throws Exception {
    server = new BucketServer();
    S3Options options = PipelineOptionsFactory.create().as(S3Options.class);
    options.setEndpoint(URI.create(server.endpoint()));
    options.setAwsRegion(Region.US_EAST_1);
    options.setS3ClientFactoryClass(S3PathStyle.class);
    options.setS3UploadBufferSizeBytes(5 << 20);
    options.setAwsCredentialsProvider(
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
    FileSystems.setDefaultPipelineOptions(options);
    output = CatalogOutput.inBucket("s3://" + BucketServer.BUCKET + "/some/out/", options);
    SampleRun.of("r1", "a", "b").publish(output);
    SampleRun.of("r2", "c").withSequence(2).publish(output);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @Test
  void removesTheArticleAndItsDuplicateAndWhatTheyLayIn() throws Exception {
    TreeSet<String> before = new TreeSet<>(output.published().values());

    takeDown("a#0");

    assertThat(ids(Dataset.ARTICLES), not(hasItem("a#0")));
    assertThat(ids(Dataset.ARTICLES), hasItem("a#1"));
    assertThat(ids(Dataset.DUPLICATES), not(hasItem("a#2")));
    assertThat(ids(Dataset.FINGERPRINTS), not(hasItem("a#0")));
    List<String> forgotten = new ArrayList<>();
    run("r1")
        .forEach(
            Dataset.REJECTS,
            (Reject row) -> {
              if (row.getReason().equals("forgotten")) {
                forgotten.add(row.getId() + " " + row.getLines() + row.getOriginal());
              }
            });
    assertThat(forgotten, is(List.of("a#0 10", "a#2 5")));
    assertThat(run("r1").manifest().rewrites().get(0).reason(), is("taken down by request"));
    assertThat(run("r2").manifest().rewrites(), empty());
    // What was replaced does not wait for the next run.
    List<String> attempts = output.names(".runs").stream().map(name -> ".runs/" + name).toList();
    assertThat(attempts, everyItem(is(oneOf(output.published().values().toArray(String[]::new)))));
    before.removeAll(output.published().values());
    assertThat(before.size(), is(1));
    assertThat(
        server.objects.keySet().stream().filter(key -> key.contains(before.first())).toList(),
        empty());
  }

  @Test
  void tombstonesAddUp() throws Exception {
    takeDown("a#0");
    takeDown("c#1");

    Tombstones known = ForgottenTexts.of(output).tombstones();
    assertThat(
        known.tombstones().stream().map(each -> each.id()).toList(), is(List.of("a#0", "c#1")));
    assertThat(PublishedRuns.read(output).all().size(), is(2));
    SampleRun.of("r3", "d").withSequence(3).publish(output);
    assertThat(ForgottenTexts.of(output).tombstones().tombstones().size(), is(2));
  }

  private void takeDown(String id) throws Exception {
    Tombstones known = ForgottenTexts.of(output).tombstones();
    Removal removal =
        new Search(PublishedRuns.read(output), known, DAY, "request", "test")
            .find(List.of(new Name.Id(id, id)), false);
    try (Lease lease = Lease.acquire(output, "forget", Duration.ZERO)) {
      new Takedown(output, Pages.none(), "test").run(removal, known, DAY, lease);
    }
  }

  private PublishedRun run(String id) throws IOException {
    return PublishedRuns.read(output).find(id).orElseThrow();
  }

  private List<String> ids(Dataset<?> dataset) throws IOException {
    List<String> ids = new ArrayList<>();
    run("r1").forEach(dataset, row -> ids.add(row.get("id").toString()), "id");
    return ids;
  }
}
