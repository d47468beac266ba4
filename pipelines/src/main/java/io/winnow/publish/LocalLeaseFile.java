package io.winnow.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lease on a disk. Comparing and changing happen under a lock of the operating system, which a
 * killed process cannot leave behind; the text itself changes by rename and is never seen half.
 */
final class LocalLeaseFile implements LeaseFile {
  /** Locks of the operating system hold between processes, this one between our threads. */
  private static final Object THREADS = new Object();

  private final Path file;
  private final Path next;
  private final Path lock;

  LocalLeaseFile(Path output) {
    file = output.resolve(".lease");
    next = output.resolve(".lease.next");
    lock = output.resolve(".lease.lock");
  }

  @Override
  public Optional<String> read() throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean replace(Optional<String> expected, Optional<String> text) throws IOException {
    return locked(
        () -> {
          if (!read().equals(expected)) {
            return false;
          }
          if (text.isPresent()) {
            Files.writeString(next, text.get());
            Files.move(
                next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
          } else {
            Files.deleteIfExists(file);
          }
          return true;
        });
  }

  @Override
  public boolean runIf(String expected, Action action) throws IOException {
    return locked(
        () -> {
          if (!read().equals(Optional.of(expected))) {
            return false;
          }
          action.run();
          return true;
        });
  }

  private boolean locked(Change change) throws IOException {
    synchronized (THREADS) {
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        return held.isValid() && change.apply();
      }
    }
  }

  @FunctionalInterface
  private interface Change {
    boolean apply() throws IOException;
  }
}
