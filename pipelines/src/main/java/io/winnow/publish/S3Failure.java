package io.winnow.publish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What went wrong at S3, in words for the person who started the command; never with a key or a
 * signature in them.
 */
public final class S3Failure extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean mistake;

  private S3Failure(String message, boolean mistake, SdkException cause) {
    super(message, cause);
    this.mistake = mistake;
  }

  /** Whether the same command will fail again until someone changes what it was given. */
  public boolean isMistake() {
    return mistake;
  }

  /** The failure that a chain of causes holds, if S3 is what failed. */
  public static Optional<S3Failure> in(Throwable failure, String uri, S3Options options) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof S3Failure known) {
        return Optional.of(known);
      }
      if (e instanceof SdkException sdk) {
        String bucket = uri.replaceFirst("s3://", "").replaceFirst("/.*", "");
        return Optional.of(of(sdk, bucket, options));
      }
    }
    return Optional.empty();
  }

  /** Whether what the request was conditional on did not hold: 404 is an object that is gone. */
  boolean isRefusedCondition() {
    return getCause() instanceof AwsServiceException answer
        && List.of(404, 409, 412).contains(answer.statusCode())
        && !isNoBucket(answer);
  }

  static boolean isNoBucket(AwsServiceException e) {
    return code(e).equals("NoSuchBucket");
  }

  static S3Failure of(SdkException e, String bucket, S3Options options) {
    String where = options.getEndpoint() == null ? "" : " at " + options.getEndpoint();
    if (e instanceof AwsServiceException answer) {
      String code = code(answer);
      String said = code.isEmpty() ? "HTTP " + answer.statusCode() : code;
      return switch (answer.statusCode()) {
        case 301, 307, 400 ->
            new S3Failure(
                "bucket "
                    + bucket
                    + where
                    + " refused the request ("
                    + said
                    + "): is the region"
                    + " right? set AWS_REGION or --awsRegion",
                true,
                e);
        case 401, 403 ->
            new S3Failure(
                "no access to bucket "
                    + bucket
                    + where
                    + " ("
                    + said
                    + "): check the credentials"
                    + " in the environment and what they are allowed to do",
                true,
                e);
        case 404 ->
            new S3Failure(
                isNoBucket(answer)
                    ? "there is no bucket " + bucket + where
                    : "not found in bucket " + bucket + where + " (" + said + ")",
                isNoBucket(answer),
                e);
        default -> new S3Failure("bucket " + bucket + where + " answered " + said, false, e);
      };
    }
    String said = root(e);
    if (said.contains("credentials")) {
      return new S3Failure(
          "no credentials for bucket "
              + bucket
              + where
              + ": set AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY, a profile, or a role of the machine",
          true,
          e);
    }
    if (said.contains("region")) {
      return new S3Failure("no region for bucket " + bucket + ": set AWS_REGION", true, e);
    }
    return new S3Failure("cannot reach bucket " + bucket + where + ": " + said, false, e);
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  private static String root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
