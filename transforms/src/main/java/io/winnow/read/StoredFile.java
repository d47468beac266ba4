package io.winnow.read;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * One file as it lies in storage, hashed before anything is made of it.
 *
 * <p>Up to a cap its bytes stay in memory and storage is read once. A larger one is read again for
 * its content; when it has changed in between, reading fails, so that a row never carries the hash
 * of other bytes.
 */
final class StoredFile implements Closeable {
  private final SourceFile file;
  private final FileOpener opener;
  private final byte @Nullable [] held;
  private final long bytes;
  private final String sha256;
  private @Nullable Path spool;

  private StoredFile(
      SourceFile file, FileOpener opener, byte @Nullable [] held, long bytes, String sha256) {
    this.file = file;
    this.opener = opener;
    this.held = held;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  /** The first bytes, at most {@code max}. */
  byte[] head(int max) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(max);
    }
  }

  /** Reads the file once; one of at most {@code maxHeldBytes} is kept. */
  static StoredFile load(SourceFile file, FileOpener opener, int maxHeldBytes) throws IOException {
    try (InputStream in = opener.open(file.path())) {
      byte[] head = in.readNBytes(maxHeldBytes);
      Sha256 sha256 = new Sha256().add(head, 0, head.length);
      byte[] more = new byte[1 << 16];
      long bytes = head.length;
      for (int n = in.read(more); n >= 0; n = in.read(more)) {
        sha256.add(more, 0, n);
        bytes += n;
      }
      return new StoredFile(file, opener, bytes == head.length ? head : null, bytes, sha256.hex());
    }
  }

  long bytes() {
    return bytes;
  }

  String sha256() {
    return sha256;
  }

  /** All bytes, not to be changed; null where they are too many to be held. */
  byte @Nullable [] held() {
    return held;
  }

  /** The bytes from the beginning. */
  InputStream open() {
    if (held != null) {
      return new ByteArrayInputStream(held);
    }
    try {
      return new Unchanged(opener.open(file.path()), file.uri(), sha256);
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  /** The bytes with access anywhere; a large file is copied to the local disk until closed. */
  SeekableByteChannel channel() {
    if (held != null) {
      return new SeekableInMemoryByteChannel(held);
    }
    try {
      if (spool == null) {
        spool = Files.createTempFile("winnow-", ".archive");
        try (InputStream in = open()) {
          Files.copy(in, spool, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return Files.newByteChannel(spool);
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (spool != null) {
      Files.deleteIfExists(spool);
    }
  }

  /** Fails at the end when the bytes were not those that were hashed. */
  private static final class Unchanged extends FilterInputStream {
    private final String uri;
    private final String expected;
    private final Sha256 actual = new Sha256();

    Unchanged(InputStream in, String uri, String expected) {
      super(in);
      this.uri = uri;
      this.expected = expected;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int max) throws IOException {
      int n = storage(into, at, max);
      if (n > 0) {
        actual.add(into, at, at + n);
      } else if (n < 0 && !actual.hex().equals(expected)) {
        throw new StorageFailure(new IOException(uri + " changed while it was read"));
      }
      return n;
    }

    private int storage(byte[] into, int at, int max) {
      try {
        return super.read(into, at, max);
      } catch (IOException e) {
        throw new StorageFailure(e);
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
