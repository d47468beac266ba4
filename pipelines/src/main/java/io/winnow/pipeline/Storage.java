package io.winnow.pipeline;

import io.winnow.publish.CatalogOutput;
import io.winnow.publish.LocalOutput;
import io.winnow.publish.OutputStore;
import io.winnow.publish.S3Failure;
import io.winnow.publish.S3PathStyle;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.aws2.s3.DefaultS3ClientBuilderFactory;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * Where inputs and outputs lie and how they are reached: the local disk, HDFS, or a bucket by
 * Beam's {@code --awsRegion} and {@code --endpoint}, else by what the environment says of AWS.
 *
 * <p>Credentials are never an option: Beam would print options, and they travel with the job.
 */
final class Storage {
  private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+):/.*");

  /** A writer holds one such part, and a run has one writer a dataset and worker. */
  private static final int UPLOAD_PART_BYTES = 8 << 20;

  private final @Nullable S3Options options;
  private final Map<String, String> hdfs;

  private Storage(@Nullable S3Options options, Map<String, String> hdfs) {
    this.options = options;
    this.hdfs = hdfs;
  }

  /**
   * Lets Beam's file systems, and the outputs of this one, know {@code beamArgs}.
   *
   * @param places where inputs and outputs lie
   * @throws UserError when one lies where this Winnow reaches nothing
   */
  static Storage of(List<String> beamArgs, Collection<String> places) {
    for (String place : places) {
      if (Hdfs.isHdfs(place)) {
        Hdfs.problem(place).ifPresent(Storage::refuse);
      }
    }
    Map<String, String> hdfs = Hdfs.settings(beamArgs, places);
    List<String> args = Hdfs.withSettings(beamArgs, places);
    PipelineOptions options = PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).create();
    settle(options, beamArgs, places);
    FileSystems.setDefaultPipelineOptions(options);
    try {
      Hdfs.connect(hdfs, places);
    } catch (IOException | IllegalArgumentException e) {
      refuse("cannot reach HDFS: " + e.getMessage());
    }
    return new Storage(options.as(S3Options.class), hdfs);
  }

  /**
   * Folders of this machine alone: nothing of Beam is started, which takes longer than most
   * questions about what is published.
   */
  static Storage ofThisMachine() {
    return new Storage(null, Map.of());
  }

  private static void refuse(String problem) {
    throw new UserError(ExitCode.USAGE, problem);
  }

  /**
   * Ends the command before anything else reads, prints or passes on a credential.
   *
   * @throws UserError when an option holds one
   */
  static void refuseCredentials(List<String> beamArgs) {
    if (beamArgs.stream().anyMatch(Storage::isCredential)) {
      throw new UserError(
          ExitCode.USAGE,
          "credentials are taken from the environment only (AWS_ACCESS_KEY_ID,"
              + " AWS_SECRET_ACCESS_KEY, a profile, or a role), never from options");
    }
  }

  /** What is wrong with where to publish; empty when nothing is. */
  static List<String> problems(String output) {
    return unusable(output).map(problem -> List.of("--output: " + problem)).orElse(List.of());
  }

  /** Why nothing can be kept there; empty when it might. */
  static Optional<String> problem(String place) {
    return unusable(place);
  }

  /** Why nothing can be published there; empty when it might. */
  private static Optional<String> unusable(String output) {
    return switch (scheme(output)) {
      case "file" ->
          output.startsWith("file:") && !output.startsWith("file:/")
              ? Optional.of("a file uri has a path: " + output)
              : Optional.empty();
      case "s3" ->
          output.matches("s3://[^/]+(/.*)?")
              ? Optional.empty()
              : Optional.of("must be s3://BUCKET or s3://BUCKET/PREFIX; was: " + output);
      case "s3a", "s3n" ->
          Optional.of("write s3:// in place of " + scheme(output) + "://; was: " + output);
      case "hdfs" ->
          Hdfs.problem(output)
              .or(
                  () ->
                      output.matches("hdfs://[^/]+/+[\\p{L}\\p{N}._~=+@-][\\p{L}\\p{N}._~=+@/-]*")
                          ? Optional.empty()
                          : Optional.of(
                              "must be hdfs://HOST:PORT/FOLDER, without spaces and such; was: "
                                  + output));
      default ->
          Optional.of(
              "this Winnow publishes to a folder, s3://BUCKET/PREFIX or hdfs://HOST:PORT/FOLDER,"
                  + " not to "
                  + scheme(output)
                  + "://");
    };
  }

  /**
   * The output at a folder or uri.
   *
   * @throws UserError when there is no such kind of output
   */
  OutputStore output(String output) {
    Optional<String> problem = unusable(output);
    if (problem.isPresent()) {
      throw new UserError(ExitCode.USAGE, "--output: " + problem.get());
    }
    if (scheme(output).equals("s3")) {
      return CatalogOutput.inBucket(output, Objects.requireNonNull(options));
    }
    if (scheme(output).equals("hdfs")) {
      return CatalogOutput.onHdfs(output, hdfs);
    }
    return LocalOutput.at(path(output));
  }

  /** What a failure means for the user, where it is a bucket's; the failure itself if not. */
  Exception explained(Exception failure, String place) {
    if (options == null) {
      return failure;
    }
    return S3Failure.in(failure, place, options)
        .<Exception>map(
            s3 -> new UserError(s3.isMistake() ? ExitCode.USAGE : ExitCode.FAILED, s3.getMessage()))
        .orElse(failure);
  }

  /** Whether it is a folder of this machine. */
  static boolean isLocal(String place) {
    return scheme(place).equals("file");
  }

  /** A folder of this machine. */
  static Path path(String place) {
    return place.startsWith("file:/")
        ? Path.of("/" + place.substring("file:/".length()).replaceFirst("^/++", ""))
        : Path.of(place);
  }

  /** Adds what the environment says of the buckets among {@code places}. */
  static void settle(PipelineOptions options, List<String> beamArgs, Collection<String> places) {
    S3Options s3 = options.as(S3Options.class);
    Map<String, String> environment = System.getenv();
    if (s3.getEndpoint() == null) {
      Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_S3"))
          .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")))
          .filter(uri -> !uri.isBlank())
          .ifPresent(uri -> s3.setEndpoint(endpoint(uri)));
    }
    if (beamArgs.stream().noneMatch(arg -> arg.startsWith("--awsRegion="))) {
      region(s3, places).ifPresent(s3::setAwsRegion);
    }
    if (s3.getS3ClientFactoryClass().equals(DefaultS3ClientBuilderFactory.class)) {
      s3.setS3ClientFactoryClass(S3PathStyle.class);
    }
    s3.setS3UploadBufferSizeBytes(Math.min(s3.getS3UploadBufferSizeBytes(), UPLOAD_PART_BYTES));
  }

  /**
   * The region, which Beam asks for even where nothing lies in a bucket: then it must not cost the
   * seconds that looking for Amazon's metadata service takes outside its cloud.
   */
  private static Optional<Region> region(S3Options s3, Collection<String> places) {
    if (places.stream().noneMatch(place -> scheme(place).equals("s3"))) {
      return Optional.of(Region.US_EAST_1);
    }
    if (s3.getEndpoint() == null) {
      return Optional.ofNullable(s3.getAwsRegion());
    }
    try {
      return Optional.of(
          new AwsRegionProviderChain(
                  new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
              .getRegion());
    } catch (SdkClientException none) {
      return Optional.of(Region.US_EAST_1);
    }
  }

  private static URI endpoint(String uri) {
    try {
      URI endpoint = new URI(uri);
      if (endpoint.getHost() != null && endpoint.getUserInfo() == null) {
        return endpoint;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new UserError(
        ExitCode.USAGE, "AWS_ENDPOINT_URL_S3 must be a uri such as http://localhost:9000");
  }

  private static boolean isCredential(String arg) {
    return arg.startsWith("--awsCredentialsProvider=")
        && arg.matches("(?is).*(secret|accessKey|sessionToken|webIdentityToken).*");
  }

  private static String scheme(String place) {
    Matcher scheme = SCHEME.matcher(place);
    return scheme.matches() ? scheme.group(1) : "file";
  }
}
