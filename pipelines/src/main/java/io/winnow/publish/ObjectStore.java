package io.winnow.publish;

import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.StoreUnreachable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Files by key below one place, one of which, the {@link Catalog}, changes only by comparison with
 * what it was.
 */
interface ObjectStore {
  /** What one file holds, and its version. */
  record Content(String text, String version) {}

  /** A write that was begun and not ended. */
  interface Upload {
    String key();

    void abort() throws IOException;
  }

  /**
   * Finds out whether it can be written to, and keeps to conditions.
   *
   * @throws OutputUnusable when it cannot or does not
   * @throws StoreUnreachable when that cannot be found out now
   */
  void probe() throws OutputUnusable, StoreUnreachable;

  String uri(String key);

  Optional<Content> get(String key) throws IOException;

  /**
   * Writes a file if nobody changed it since it was seen. Of the {@link Catalog} this holds however
   * long the writer stands still in the middle; of other files where the store can.
   *
   * @param seen what it was; empty stands for no file
   * @return whether it now is {@code text}; if not, it was changed and nothing is written
   */
  boolean put(String key, Optional<Content> seen, String text) throws IOException;

  long size(String key) throws IOException;

  void copy(String from, String to) throws IOException;

  void move(String from, String to) throws IOException;

  /** Keys of all files below {@code folder}, sorted; of all there are if it is empty. */
  List<String> keys(String folder) throws IOException;

  /** Names of what lies directly below {@code folder}, sorted. */
  List<String> names(String folder) throws IOException;

  /** Removes a file, and all below a folder. */
  void delete(String path) throws IOException;

  /** Uploads below {@code folder} that were begun and not ended. */
  List<Upload> uploads(String folder) throws IOException;
}
