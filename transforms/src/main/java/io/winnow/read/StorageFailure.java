package io.winnow.read;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Storage failed, in contrast to the {@link IOException} of a decompressor that met damaged data:
 * the first fails the bundle and is retried, the second is a reject.
 */
final class StorageFailure extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  StorageFailure(IOException cause) {
    super(cause);
  }
}
