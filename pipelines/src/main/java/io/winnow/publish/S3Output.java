package io.winnow.publish;

import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.StoreUnreachable;
import io.winnow.publish.S3Bucket.Content;
import io.winnow.write.BeamStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * An output in a bucket. What is published, and by whom, stands in one object, the {@link Catalog};
 * a run is published by one write of it that is conditional on its version.
 *
 * <p>So there is no moment between looking at the lease and publishing: whoever takes the lease
 * over writes the catalog, and every write of a holder before fails from then on, however long it
 * stood still. {@code run=ID/manifest.json} and the pages beside it are copies for other readers,
 * written afterwards and put right by the next run.
 */
public final class S3Output implements OutputStore {
  private static final Logger LOG = LoggerFactory.getLogger(S3Output.class);

  private final S3Bucket bucket;
  private final BeamStore files;

  /** The lease in whose name something is being done; null outside {@link LeaseFile#runIf}. */
  private volatile Optional<String> guard = Optional.empty();

  private S3Output(String uri, S3Options options) {
    bucket = new S3Bucket(uri, options);
    files = new BeamStore(location("").replaceFirst("/$", ""));
  }

  /**
   * The output at {@code s3://bucket/prefix}.
   *
   * @param options how the bucket is reached; Beam's file systems must know them, too
   */
  public static S3Output at(String uri, S3Options options) {
    return new S3Output(uri, options);
  }

  @Override
  public void prepare() throws OutputUnusable, StoreUnreachable {
    String probe = ".probe-" + UUID.randomUUID();
    try {
      Optional<Content> none = Optional.empty();
      boolean made = bucket.put(probe, none, "1");
      boolean twice = bucket.put(probe, none, "2");
      boolean stale = bucket.put(probe, Optional.of(new Content("", "\"0\"")), "3");
      bucket.delete(List.of(probe));
      if (!made || twice || stale) {
        throw new OutputUnusable(
            "--output: "
                + location("")
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
  public String location(String path) {
    return bucket.uri(path);
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public OutputStream create(String path) throws IOException {
    return files.create(path);
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return files.open(path);
  }

  @Override
  public List<String> names(String folder) throws IOException {
    return bucket.names(folder.isEmpty() ? "" : folder + "/");
  }

  @Override
  public List<String> files(String folder) throws IOException {
    return bucket.keys(folder.isEmpty() ? "" : folder + "/");
  }

  /** There are no folders: a name that nothing begins with is free. */
  @Override
  public boolean makeFolder(String folder) throws IOException {
    return names(folder).isEmpty();
  }

  @Override
  public long size(String path) throws IOException {
    return bucket.size(path);
  }

  @Override
  public void move(String from, String to) throws IOException {
    bucket.copy(from, to);
    bucket.delete(List.of(from));
  }

  @Override
  public void delete(String path) throws IOException {
    List<String> keys = new ArrayList<>(files(path));
    if (!path.isEmpty()) {
      keys.add(path);
    }
    bucket.delete(keys);
  }

  /** What was written is durable. */
  @Override
  public void sync(String folder) {}

  @Override
  public long usableBytes() {
    return Long.MAX_VALUE;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Under a guard, of a moment at which the lease was still ours.
   */
  @Override
  public SortedMap<String, String> published() throws IOException {
    Optional<Content> seen = bucket.get(Catalog.PATH);
    Catalog catalog = catalog(seen);
    requireHeld(catalog);
    return new TreeMap<>(catalog.published());
  }

  @Override
  public void publish(String runId, String folder) throws IOException {
    while (true) {
      Optional<Content> seen = bucket.get(Catalog.PATH);
      Catalog catalog = catalog(seen);
      if (guard.isEmpty()) {
        throw new IllegalStateException("publishing needs the lease");
      }
      requireHeld(catalog);
      if (bucket.put(Catalog.PATH, seen, catalog.with(runId, folder).toJson())) {
        break;
      }
    }
    try {
      showPublished();
    } catch (IOException e) {
      LOG.warn("published, but the copies for other readers are not up to date: {}", e.toString());
    }
  }

  /** Readers elsewhere hold paths, and ask for each part of a file anew. */
  @Override
  public boolean keepsReplaced() {
    return true;
  }

  @Override
  public void tidy() throws IOException {
    for (MultipartUpload upload : bucket.uploads(ATTEMPTS + "/")) {
      String attempt = bucket.relative(upload.key()).replaceFirst("^([^/]+/[^/]+)/.*", "$1");
      if (!published().containsValue(attempt)) {
        bucket.abort(upload);
      }
    }
    showPublished();
  }

  private void showPublished() throws IOException {
    new RunCopies(bucket).update(published());
  }

  private Catalog catalog(Optional<Content> seen) throws IOException {
    return seen.isPresent()
        ? Catalog.parse(seen.get().text())
        : Catalog.of(new RunCopies(bucket).published());
  }

  private void requireHeld(Catalog catalog) throws Fenced {
    if (guard.isPresent() && !catalog.holder().equals(guard)) {
      throw new Fenced();
    }
  }

  @Override
  public LeaseFile leaseFile() {
    return new LeaseInCatalog();
  }

  /** The lease was taken over in the middle of what was done in its name. */
  private static final class Fenced extends IOException {
    private static final long serialVersionUID = 1;

    Fenced() {
      super("the lease on the output was taken over");
    }
  }

  private final class LeaseInCatalog implements LeaseFile {
    @Override
    public Optional<String> read() throws IOException {
      return catalog(bucket.get(Catalog.PATH)).holder();
    }

    @Override
    public boolean replace(Optional<String> expected, Optional<String> next) throws IOException {
      while (true) {
        Optional<Content> seen = bucket.get(Catalog.PATH);
        Catalog catalog = catalog(seen);
        if (!catalog.holder().equals(expected)) {
          return false;
        }
        if (bucket.put(Catalog.PATH, seen, catalog.heldBy(next).toJson())) {
          return true;
        }
      }
    }

    @Override
    public boolean runIf(String expected, Action action) throws IOException {
      if (!read().equals(Optional.of(expected))) {
        return false;
      }
      guard = Optional.of(expected);
      try {
        action.run();
        return true;
      } catch (Fenced e) {
        return false;
      } finally {
        guard = Optional.empty();
      }
    }
  }
}
