package io.winnow.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** Opens files for reading, wherever they lie. */
@FunctionalInterface
public interface FileOpener extends Serializable {
  /**
   * The bytes of one file as they lie in storage, not decompressed.
   *
   * @param path {@link SourceFile#path}
   * @throws java.io.FileNotFoundException or {@link java.nio.file.FileSystemException} when the
   *     file is gone or may not be read: that is a reject
   * @throws IOException when the storage fails: that is a failure, worth a retry
   */
  InputStream open(String path) throws IOException;

  /**
   * A range of the bytes of one file; fewer where the file ends before.
   *
   * @throws IOException as {@link #open}
   */
  default byte[] read(String path, long start, int length) throws IOException {
    try (InputStream in = open(path)) {
      in.skipNBytes(start);
      return in.readNBytes(length);
    } catch (EOFException e) {
      return new byte[0];
    }
  }
}
