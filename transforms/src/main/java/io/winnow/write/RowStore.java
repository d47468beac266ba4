package io.winnow.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * The files below one folder, by relative path with {@code /} between names.
 *
 * <p>This is all that writing and reading rows asks of a file system: no rename, no listing, no
 * append.
 */
public interface RowStore {
  /**
   * Makes a file, and the folders above it.
   *
   * @return its content; the file counts as written only once this was closed
   * @throws IOException when it cannot be made
   */
  OutputStream create(String path) throws IOException;

  /**
   * Opens a file for reading.
   *
   * @throws IOException when it is not there or cannot be read
   */
  SeekableByteChannel open(String path) throws IOException;
}
