package io.winnow.publish;

import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.StoreUnreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.util.InstanceBuilder;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
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
final class S3Bucket implements ObjectStore {
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

  @Override
  public void probe() throws OutputUnusable, StoreUnreachable {
    String probe = ".probe-" + UUID.randomUUID();
    try {
      Optional<Content> none = Optional.empty();
      boolean made = put(probe, none, "1");
      boolean twice = put(probe, none, "2");
      boolean stale = put(probe, Optional.of(new Content("", "\"0\"")), "3");
      delete(List.of(probe));
      if (!made || twice || stale) {
        throw new OutputUnusable(
            "--output: "
                + uri("")
                + " ignores the conditions of conditional writes (If-None-Match, If-Match), so"
                + " two runs could publish at once: use a store that keeps to them");
      }
    } catch (S3Failure e) {
      if (e.isMistake()) {
        throw new OutputUnusable("--output: " + e.getMessage());
      }
      throw new StoreUnreachable("--output: " + e.getMessage());
    } catch (IOException e) {
      throw new StoreUnreachable("--output: " + e.getMessage());
    }
  }

  @Override
  public String uri(String key) {
    return "s3://" + bucket + "/" + prefix + key;
  }

  @Override
  public Optional<Content> get(String key) throws IOException {
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

  @Override
  public boolean put(String key, Optional<Content> seen, String text) throws IOException {
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
                    content -> headers.putHeader("If-Match", content.version()),
                    () -> headers.putHeader("If-None-Match", "*")))
        .build();
  }

  @Override
  public long size(String key) throws IOException {
    return call(
        () -> client().headObject(head -> head.bucket(bucket).key(prefix + key)).contentLength());
  }

  @Override
  public void copy(String from, String to) throws IOException {
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

  @Override
  public void move(String from, String to) throws IOException {
    copy(from, to);
    delete(List.of(from));
  }

  @Override
  public List<String> keys(String folder) throws IOException {
    String start = start(folder);
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

  private static String start(String folder) {
    return folder.isEmpty() ? "" : folder + "/";
  }

  @Override
  public List<String> names(String folder) throws IOException {
    String start = start(folder);
    return call(
        () -> {
          TreeSet<String> names = new TreeSet<>();
          client()
              .listObjectsV2Paginator(
                  list -> list.bucket(bucket).prefix(prefix + start).delimiter("/"))
              .forEach(
                  page -> {
                    page.contents().forEach(it -> names.add(relative(it.key())));
                    page.commonPrefixes().forEach(it -> names.add(relative(it.prefix())));
                  });
          return names.stream()
              .map(name -> name.substring(start.length()).replace("/", ""))
              .filter(name -> !name.isEmpty())
              .toList();
        });
  }

  @Override
  public void delete(String path) throws IOException {
    List<String> keys = new ArrayList<>(keys(path));
    if (!path.isEmpty()) {
      keys.add(path);
    }
    delete(keys);
  }

  private void delete(List<String> keys) throws IOException {
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

  @Override
  public List<Upload> uploads(String folder) throws IOException {
    String start = prefix + start(folder);
    return call(
        () ->
            client()
                .listMultipartUploads(list -> list.bucket(bucket).prefix(start))
                .uploads()
                .stream()
                .<Upload>map(upload -> new Part(relative(upload.key()), upload.uploadId()))
                .toList());
  }

  private final class Part implements Upload {
    private final String key;
    private final String id;

    Part(String key, String id) {
      this.key = key;
      this.id = id;
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public void abort() throws IOException {
      call(
          () ->
              client()
                  .abortMultipartUpload(it -> it.bucket(bucket).key(prefix + key).uploadId(id)));
    }
  }

  /** A key without the prefix. */
  private String relative(String key) {
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
