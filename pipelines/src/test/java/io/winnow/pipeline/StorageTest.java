package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.publish.CatalogOutput;
import io.winnow.publish.LocalOutput;
import io.winnow.publish.S3PathStyle;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class StorageTest {
  @Test
  void picksTheStoreByTheScheme() {
    Storage storage = Storage.of(List.of("--endpoint=http://localhost:1"), List.of("s3://b/out"));

    assertThat(storage.output("s3://b/out"), instanceOf(CatalogOutput.class));
    assertThat(storage.output("s3://b/out/").location(".runs"), equalTo("s3://b/out/.runs"));
    assertThat(storage.output("/data/out"), instanceOf(LocalOutput.class));
    assertThat(storage.output("file:///data/out").location(""), equalTo("/data/out"));
    assertThat(Storage.path("out"), equalTo(Path.of("out")));
  }

  @Test
  void saysWhichOutputsThereAre() {
    assertThat(Storage.problems("s3://bucket"), empty());
    assertThat(Storage.problems("a:b/c"), empty());
    assertThat(
        Storage.problems("hdfs:///out"),
        contains(anyOf(containsString("mvn -Phdfs package"), containsString("hdfs://HOST"))));
    assertThat(Storage.problems("gs://b/out"), contains(containsString("not to gs://")));
    assertThat(Storage.problems("s3a://b/out"), contains(containsString("write s3://")));
    assertThat(Storage.problems("s3:/b/out"), contains(containsString("s3://BUCKET")));
  }

  @Test
  void refusesCredentialsInOptionsWithoutRepeatingThem() {
    UserError refused =
        assertThrows(
            UserError.class,
            () ->
                Storage.refuseCredentials(
                    List.of(
                        "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\","
                            + "\"accessKeyId\":\"id\",\"secretAccessKey\":\"hunter2\"}")));

    assertThat(refused.exit(), is(ExitCode.USAGE));
    assertThat(refused.getMessage(), not(containsString("hunter2")));
    Storage.refuseCredentials(
        List.of("--awsCredentialsProvider={\"@type\":\"EnvironmentVariableCredentialsProvider\"}"));
  }

  @Test
  void looksForNoRegionWhereNothingLiesInABucket() {
    PipelineOptions options = PipelineOptionsFactory.create();
    Storage.settle(options, List.of(), List.of("/in", "out"));

    S3Options s3 = options.as(S3Options.class);
    assertThat(s3.getAwsRegion(), equalTo(Region.US_EAST_1));
    assertThat(s3.getS3ClientFactoryClass(), equalTo(S3PathStyle.class));
    assertThat(s3.getS3UploadBufferSizeBytes(), is(8 << 20));
  }

  @Test
  void leavesTheRegionThatWasGiven() {
    List<String> given = List.of("--awsRegion=eu-central-1", "--endpoint=https://s3.example.org");
    PipelineOptions options =
        PipelineOptionsFactory.fromArgs(given.toArray(String[]::new)).create();
    Storage.settle(options, given, List.of("s3://b/out"));

    assertThat(options.as(S3Options.class).getAwsRegion(), equalTo(Region.EU_CENTRAL_1));
  }
}
