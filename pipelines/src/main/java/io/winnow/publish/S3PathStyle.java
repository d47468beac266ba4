package io.winnow.publish;

import org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.aws2.s3.DefaultS3ClientBuilderFactory;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Beam's own client, made to get on with servers other than Amazon's: at an endpoint that was given
 * the bucket stands in the path, since most such servers have no name of their own for each bucket,
 * and no request speaks of encryption keys only to say that there are none, which some refuse.
 *
 * <p>Beam makes it by its name, on every worker.
 */
public final class S3PathStyle implements S3ClientBuilderFactory {
  private static final String BUCKET_KEY = "x-amz-server-side-encryption-bucket-key-enabled";

  private final S3ClientBuilderFactory beam = new DefaultS3ClientBuilderFactory();

  @Override
  public S3ClientBuilder createBuilder(S3Options options) {
    S3ClientBuilder builder = beam.createBuilder(options);
    return options.getEndpoint() == null
        ? builder
        : builder
            .forcePathStyle(true)
            .overrideConfiguration(it -> it.addExecutionInterceptor(new WithoutBucketKey()));
  }

  private static final class WithoutBucketKey implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      SdkHttpRequest request = context.httpRequest();
      boolean isNone = request.firstMatchingHeader(BUCKET_KEY).filter("false"::equals).isPresent();
      return isNone ? request.copy(it -> it.removeHeader(BUCKET_KEY)) : request;
    }
  }
}
