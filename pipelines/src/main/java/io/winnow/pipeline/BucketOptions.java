package io.winnow.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a bucket is reached by the commands that only read what is published. */
final class BucketOptions {
  @Option(
      names = "--awsRegion",
      paramLabel = "REGION",
      description = "Region of an s3:// output. Default: AWS_REGION, else the profile's.")
  @Nullable String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URI",
      description = "Server of an s3:// output. Default: AWS_ENDPOINT_URL_S3, else Amazon's.")
  @Nullable String endpoint;

  /** The storage that holds {@code output}, for a command that only reads what is published. */
  Storage storage(String output) {
    return Storage.isLocal(output) ? Storage.ofThisMachine() : storageOfBeam(output);
  }

  /** The same, where Beam's file systems must know it too. */
  Storage storageOfBeam(String output) {
    List<String> beamArgs = new ArrayList<>();
    if (region != null) {
      beamArgs.add("--awsRegion=" + region);
    }
    if (endpoint != null) {
      beamArgs.add("--endpoint=" + endpoint);
    }
    return Storage.of(beamArgs, List.of(output));
  }
}
