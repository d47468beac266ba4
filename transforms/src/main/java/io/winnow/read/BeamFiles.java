package io.winnow.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;

/** Opens files on any file system that Beam knows. */
public final class BeamFiles implements FileOpener {
  private static final long serialVersionUID = 1;

  @Override
  public InputStream open(String path) throws IOException {
    return Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(path, false)));
  }

  /** {@inheritDoc} Nothing before the range is read where the file system can seek. */
  @Override
  public byte[] read(String path, long start, int length) throws IOException {
    try (ReadableByteChannel channel =
        FileSystems.open(FileSystems.matchNewResource(path, false))) {
      if (channel instanceof SeekableByteChannel seekable) {
        return Channels.newInputStream(seekable.position(start)).readNBytes(length);
      }
    }
    return FileOpener.super.read(path, start, length);
  }
}
