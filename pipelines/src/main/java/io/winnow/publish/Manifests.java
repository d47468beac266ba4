package io.winnow.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the manifests of many runs, some at once: a bucket takes its time for each, and a thousand
 * of them are some megabytes to parse.
 */
final class Manifests {
  private static final int AT_ONCE_REMOTE = 16;

  private Manifests() {}

  /**
   * The runs in {@code folders}, in that order.
   *
   * @throws IOException when one cannot be read, as reading it alone would have thrown it
   */
  static List<PublishedRun> read(OutputStore output, Collection<String> folders)
      throws IOException {
    int threads = output.isLocal() ? Runtime.getRuntime().availableProcessors() : AT_ONCE_REMOTE;
    ExecutorService readers = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<PublishedRun>> reading = new ArrayList<>();
      for (String folder : folders) {
        reading.add(
            readers.submit(() -> new PublishedRun(output, folder, Manifest.read(output, folder))));
      }
      List<PublishedRun> runs = new ArrayList<>();
      for (Future<PublishedRun> run : reading) {
        runs.add(of(run));
      }
      return runs;
    } finally {
      readers.shutdownNow();
    }
  }

  private static PublishedRun of(Future<PublishedRun> run) throws IOException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while manifests were read", e);
    }
  }
}
