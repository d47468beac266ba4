package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.winnow.pipeline.OlderOutput;
import io.winnow.query.Query;
import io.winnow.query.QueryFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** An older output in a bucket: files are fetched of the datasets that a query names alone. */
class BucketQueryTest {
  @TempDir private Path folder;
  private BucketServer server;
  private CatalogOutput output;

  @BeforeEach
  void upload() throws IOException {
    OlderOutput.unpack(1, folder);
    server = new BucketServer();
    S3Options options = PipelineOptionsFactory.create().as(S3Options.class);
    options.setEndpoint(URI.create(server.endpoint()));
    options.setAwsRegion(Region.US_EAST_1);
    options.setS3ClientFactoryClass(S3PathStyle.class);
    options.setAwsCredentialsProvider(
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
    FileSystems.setDefaultPipelineOptions(options);
    output = CatalogOutput.inBucket("s3://" + BucketServer.BUCKET + "/out", options);
    Map<String, String> published = new TreeMap<>();
    for (String run : new String[] {"monday", "tuesday"}) {
      Path attempt = folder.resolve("run=" + run).toRealPath();
      published.put(run, ".runs/" + attempt.getFileName());
    }
    server.objects.put(
        "out/" + Catalog.PATH, Catalog.of(published).toJson().getBytes(StandardCharsets.UTF_8));
    try (Stream<Path> files = Files.walk(folder.resolve(".runs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        server.objects.put("out/" + folder.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  @AfterEach
  void stop() {
    server.close();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @Test
  void hasEveryColumnOfOlderFiles() throws Exception {
    assertThat(
        answer(
            "SELECT count(*) AS n, count(story_label) AS told FROM articles WHERE split_cues = []"),
        equalTo("n,told\n22,0\n"));
  }

  @Test
  void readsNoFileWhereNoDatasetIsNamed() throws Exception {
    assertThat(
        answer("SELECT run_id, schema_version FROM runs ORDER BY sequence"),
        equalTo("run_id,schema_version\nmonday,1\ntuesday,1\n"));
    assertThat(answer("SELECT 1 AS one"), equalTo("one\n1\n"));
  }

  private String answer(String sql) throws Exception {
    StringBuilder out = new StringBuilder();
    new Query(output).run(sql, QueryFormat.CSV, 100, out);
    return out.toString().replace("\r", "");
  }
}
