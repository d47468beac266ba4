package io.winnow.publish;

import io.winnow.publish.PublishException.DiskFull;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.StoreUnreachable;
import io.winnow.write.RowStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The output folder as publishing needs it. Every path is relative to it.
 *
 * <p>Only {@link #publish} must be atomic, whatever number of runs it changes. A store that can
 * rename swaps a link; one that cannot writes what is published into one object and answers {@link
 * #published} from it.
 */
public interface OutputStore extends RowStore {
  /** Folder of the attempts, published or not. */
  String ATTEMPTS = ".runs";

  /** How Beam's file systems and DuckDB name that path. */
  String location(String path);

  /** Whether {@link #location} is a path of this machine, which any program here can open. */
  default boolean isLocal() {
    return true;
  }

  /** Names of what lies directly below {@code folder}, sorted; none when it is not there. */
  List<String> names(String folder) throws IOException;

  /** Paths of all files below {@code folder}, at any depth, sorted; none when it is not there. */
  List<String> files(String folder) throws IOException;

  /** Makes a new folder; false when there is one of that name already. */
  boolean makeFolder(String folder) throws IOException;

  /** Size of a file in bytes. */
  long size(String path) throws IOException;

  /** Renames a file. */
  void move(String from, String to) throws IOException;

  /**
   * Makes {@code to} a file with the content of {@code from}, and the folders above it. Files that
   * are published never change, so the two may share their bytes.
   */
  void copy(String from, String to) throws IOException;

  /** Removes a file, or a folder with all below it; does nothing when it is not there. */
  void delete(String path) throws IOException;

  /** Returns once everything below {@code folder} would survive a loss of power. */
  void sync(String folder) throws IOException;

  /** Free bytes; {@link Long#MAX_VALUE} where there is no limit. */
  long usableBytes() throws IOException;

  /**
   * Finds out whether there is room for {@code bytes} more.
   *
   * @throws DiskFull when there is not
   */
  default void requireRoom(long bytes) throws DiskFull, IOException {
    long usable = usableBytes();
    if (usable < bytes) {
      throw new DiskFull(
          "the disk of %s has %d MB free, and about %d MB are needed"
              .formatted(location(""), usable >> 20, (bytes >> 20) + 1));
    }
  }

  /**
   * The folder that readers see for each published name, all of one moment. A name is the id of a
   * run, or one of {@link PublishedName} that holds rows of several.
   */
  SortedMap<String, String> published() throws IOException;

  /**
   * Lets readers see all of {@code changes} in one step: each name with its new folder in place of
   * any before, or no longer where there is none. Killed at any moment, readers see all or nothing,
   * and {@link #tidy} clears up.
   */
  void publish(Map<String, Optional<String>> changes) throws IOException;

  /**
   * Whether an attempt that was replaced stays until the next run begins, for readers that are in
   * the middle of its files.
   */
  default boolean keepsReplaced() {
    return false;
  }

  /** Removes or mends what else a dead run left; called under the lease, when a run begins. */
  default void tidy() throws IOException {}

  /**
   * Finds out whether a run that is published as {@code runId} can be replaced.
   *
   * @throws OutputUnusable when it cannot
   */
  default void requireReplaceable(String runId) throws OutputUnusable {}

  /** The file that says who may publish here. */
  LeaseFile leaseFile();

  /**
   * Makes what publishing needs, and finds out whether it will be able to write here.
   *
   * @throws OutputUnusable when it will not
   * @throws StoreUnreachable when that cannot be found out now
   */
  void prepare() throws OutputUnusable, StoreUnreachable;
}
