package io.winnow.publish;

import io.winnow.publish.ObjectStore.Content;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.StoreUnreachable;
import io.winnow.write.BeamStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An output in a bucket or on HDFS. What is published, and by whom, stands in one place, the {@link
 * Catalog}; a run is published by one write of it that is conditional on its version.
 *
 * <p>So there is no moment between looking at the lease and publishing: whoever takes the lease
 * over writes the catalog, and every write of a holder before fails from then on, however long it
 * stood still. {@code run=ID/manifest.json} and the pages beside it are copies for other readers,
 * written afterwards and put right by the next run.
 */
public final class CatalogOutput implements OutputStore {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogOutput.class);

  private final ObjectStore store;
  private final BeamStore files;

  /** The lease in whose name something is being done; null outside {@link LeaseFile#runIf}. */
  private volatile Optional<String> guard = Optional.empty();

  private CatalogOutput(ObjectStore store) {
    this.store = store;
    files = new BeamStore(location("").replaceFirst("/$", ""));
  }

  /**
   * The output at {@code s3://bucket/prefix}.
   *
   * @param options how the bucket is reached; Beam's file systems must know them, too
   */
  public static CatalogOutput inBucket(String uri, S3Options options) {
    return new CatalogOutput(new S3Bucket(uri, options));
  }

  /**
   * The output at {@code hdfs://host:port/folder}.
   *
   * @param settings what Hadoop has to know; Beam's file systems must know it, too
   */
  public static CatalogOutput onHdfs(String uri, Map<String, String> settings) {
    return new CatalogOutput(new HdfsFolder(uri, settings));
  }

  @Override
  public void prepare() throws OutputUnusable, StoreUnreachable {
    store.probe();
  }

  @Override
  public String location(String path) {
    return store.uri(path);
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
    return store.names(folder);
  }

  @Override
  public List<String> files(String folder) throws IOException {
    return store.keys(folder);
  }

  /** There are no folders: a name that nothing begins with is free. */
  @Override
  public boolean makeFolder(String folder) throws IOException {
    return names(folder).isEmpty();
  }

  @Override
  public long size(String path) throws IOException {
    return store.size(path);
  }

  @Override
  public void move(String from, String to) throws IOException {
    store.move(from, to);
  }

  @Override
  public void copy(String from, String to) throws IOException {
    store.copy(from, to);
  }

  @Override
  public void delete(String path) throws IOException {
    store.delete(path);
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
    Optional<Content> seen = store.get(Catalog.PATH);
    Catalog catalog = catalog(seen);
    requireHeld(catalog);
    return new TreeMap<>(catalog.published());
  }

  @Override
  public void publish(Map<String, Optional<String>> changes) throws IOException {
    while (true) {
      Optional<Content> seen = store.get(Catalog.PATH);
      Catalog catalog = catalog(seen);
      if (guard.isEmpty()) {
        throw new IllegalStateException("publishing needs the lease");
      }
      requireHeld(catalog);
      if (store.put(Catalog.PATH, seen, catalog.with(changes).toJson())) {
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
    for (ObjectStore.Upload upload : store.uploads(ATTEMPTS)) {
      String attempt = upload.key().replaceFirst("^([^/]+/[^/]+)/.*", "$1");
      if (!published().containsValue(attempt)) {
        upload.abort();
      }
    }
    showPublished();
  }

  private void showPublished() throws IOException {
    new RunCopies(store).update(published());
  }

  private Catalog catalog(Optional<Content> seen) throws IOException {
    return seen.isPresent()
        ? Catalog.parse(seen.get().text())
        : Catalog.of(new RunCopies(store).published());
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
      return catalog(store.get(Catalog.PATH)).holder();
    }

    @Override
    public boolean replace(Optional<String> expected, Optional<String> next) throws IOException {
      while (true) {
        Optional<Content> seen = store.get(Catalog.PATH);
        Catalog catalog = catalog(seen);
        if (!catalog.holder().equals(expected)) {
          return false;
        }
        if (store.put(Catalog.PATH, seen, catalog.heldBy(next).toJson())) {
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
