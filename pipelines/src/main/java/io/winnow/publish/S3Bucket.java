package io.winnow.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.util.InstanceBuilder;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of one bucket below one prefix, by relative key.
 *
 * <p>Every failure is an {@link IOException} whose message a person can act on; see {@link
 * S3Failure}.
 */
final class S3Bucket {
  private static final int DELETED_AT_ONCE = 1000;

  private final S3Options options;
  private final String bucket;
  private final String prefix;
  private S3Client client;

  /**
   * @param uri {@code s3://bucket} or {@code s3://bucket/some/prefix}
   */
  S3Bucket(String uri, S3Options options) {
    String path = uri.substring("s3://".length()).replaceAll("/+$", "");
    int slash = path.indexOf('/');
    this.options = options;
    this.bucket = slash < 0 ? path : path.substring(0, slash);
    this.prefix = slash < 0 ? "" : path.substring(slash + 1) + "/";
  }

  /** What one object holds, and its version. */
  record Content(String text, String etag) {}

  String uri(String key) {
    return "s3://" + bucket + "/" + prefix + key;
  }

  Optional<Content> get(String key) throws IOException {
    return call(
        () -> {
          try {
            ResponseBytes<GetObjectResponse> bytes =
                client().getObjectAsBytes(get -> get.bucket(bucket).key(prefix + key));
            return Optional.of(
                new Content(
                    new String(bytes.asByteArray(), StandardCharsets.UTF_8),
                    bytes.response().eTag()));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * Writes an object if nobody changed it since it was seen.
   *
   * @param seen what it was; empty stands for no object
   * @return whether it now is {@code text}; if not, it was changed and nothing is written
   */
  boolean put(String key, Optional<Content> seen, String text) throws IOException {
    try {
      call(() -> client().putObject(conditional(key, seen), RequestBody.fromString(text)));
      return true;
    } catch (S3Failure e) {
      // Also after a refusal: it may be our own write that a repeated request ran into.
      boolean written = get(key).map(Content::text).equals(Optional.of(text));
      if (!written && !e.isRefusedCondition()) {
        throw e;
      }
      return written;
    }
  }

  /** The header is set by hand: the client that Beam was built with has no name for it yet. */
  private PutObjectRequest conditional(String key, Optional<Content> seen) {
    return PutObjectRequest.builder()
        .bucket(bucket)
        .key(prefix + key)
        .contentType("application/json")
        .overrideConfiguration(
            headers ->
                seen.ifPresentOrElse(
                    content -> headers.putHeader("If-Match", content.etag()),
                    () -> headers.putHeader("If-None-Match", "*")))
        .build();
  }

  long size(String key) throws IOException {
    return call(
        () -> client().headObject(head -> head.bucket(bucket).key(prefix + key)).contentLength());
  }

  void copy(String from, String to) throws IOException {
    call(
        () ->
            client()
                .copyObject(
                    copy ->
                        copy.sourceBucket(bucket)
                            .sourceKey(prefix + from)
                            .destinationBucket(bucket)
                            .destinationKey(prefix + to)));
  }

  /** Keys that begin with {@code start}, sorted. */
  List<String> keys(String start) throws IOException {
    return call(
        () ->
            client()
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix + start))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(this::relative)
                .sorted()
                .toList());
  }

  /** The next names in the keys that begin with {@code folder}, sorted. */
  List<String> names(String folder) throws IOException {
    return call(
        () -> {
          TreeSet<String> names = new TreeSet<>();
          client()
              .listObjectsV2Paginator(
                  list -> list.bucket(bucket).prefix(prefix + folder).delimiter("/"))
              .forEach(
                  page -> {
                    page.contents().forEach(it -> names.add(relative(it.key())));
                    page.commonPrefixes().forEach(it -> names.add(relative(it.prefix())));
                  });
          return names.stream()
              .map(name -> name.substring(folder.length()).replace("/", ""))
              .filter(name -> !name.isEmpty())
              .toList();
        });
  }

  void delete(List<String> keys) throws IOException {
    for (int from = 0; from < keys.size(); from += DELETED_AT_ONCE) {
      List<ObjectIdentifier> some =
          keys.subList(from, Math.min(keys.size(), from + DELETED_AT_ONCE)).stream()
              .map(key -> ObjectIdentifier.builder().key(prefix + key).build())
              .toList();
      var response =
          call(
              () ->
                  client()
                      .deleteObjects(
                          all -> all.bucket(bucket).delete(it -> it.objects(some).quiet(true))));
      if (response.hasErrors() && !response.errors().isEmpty()) {
        throw new IOException("cannot delete " + response.errors().get(0).key());
      }
    }
  }

  /** Uploads that were begun and not ended, by key. */
  List<MultipartUpload> uploads(String start) throws IOException {
    return call(
        () ->
            new ArrayList<>(
                client()
                    .listMultipartUploads(list -> list.bucket(bucket).prefix(prefix + start))
                    .uploads()));
  }

  void abort(MultipartUpload upload) throws IOException {
    call(
        () ->
            client()
                .abortMultipartUpload(
                    it -> it.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
  }

  /** A key without the prefix. */
  String relative(String key) {
    return key.substring(prefix.length());
  }

  private <T> T call(Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (SdkException e) {
      throw S3Failure.of(e, bucket, options);
    }
  }

  private synchronized S3Client client() {
    if (client == null) {
      client =
          InstanceBuilder.ofType(org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory.class)
              .fromClass(options.getS3ClientFactoryClass())
              .build()
              .createBuilder(options)
              .build();
    }
    return client;
  }
}
