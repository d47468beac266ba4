package io.winnow.publish;

import org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.aws2.s3.DefaultS3ClientBuilderFactory;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Beam's own client, which at an endpoint that is not Amazon's puts the bucket into the path: most
 * such servers have no name of their own for each bucket. Beam makes it by name, on every worker.
 */
public final class S3PathStyle implements S3ClientBuilderFactory {
  private final S3ClientBuilderFactory beam = new DefaultS3ClientBuilderFactory();

  @Override
  public S3ClientBuilder createBuilder(S3Options options) {
    return beam.createBuilder(options).forcePathStyle(options.getEndpoint() != null);
  }
}
