package io.winnow.query;

import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.OutputStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of published files on the local disk, each under its checksum, so that a file is fetched
 * once however often it is queried.
 *
 * <p>It lies in the system's temporary folder, for this user only. When it grows above {@link
 * #MOST_BYTES}, what was not used for an hour goes, the longest unused first.
 */
final class FileCache {
  static final long MOST_BYTES = 8L << 30;

  private static final long IN_USE_SECONDS = 3600;

  private final Path folder;

  private FileCache(Path folder) {
    this.folder = folder;
  }

  static FileCache ofThisUser() throws IOException {
    Path folder =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "winnow-cache-" + System.getProperty("user.name"));
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path ours = Files.createTempFile("winnow", ".owner");
    try {
      if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(ours))) {
        throw new IOException(folder + " belongs to someone else");
      }
    } finally {
      Files.delete(ours);
    }
    return new FileCache(folder);
  }

  Path folder() {
    return folder;
  }

  Path path(DataFile file) {
    return folder.resolve(file.sha256() + ".parquet");
  }

  /** Whether it is there; then it counts as just used. */
  boolean holds(DataFile file) throws IOException {
    Path path = path(file);
    if (!Files.isRegularFile(path) || Files.size(path) != file.bytes()) {
      return false;
    }
    Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
    return true;
  }

  /**
   * Fetches a file.
   *
   * @throws IOException when it is not what the manifest says
   */
  void fetch(OutputStore output, String path, DataFile file) throws IOException {
    makeRoom(file.bytes());
    Path part = Files.createTempFile(folder, "fetching", ".part");
    try {
      MessageDigest digest = sha256();
      try (InputStream in =
          new DigestInputStream(Channels.newInputStream(output.open(path)), digest)) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
        throw new IOException(output.location(path) + " is not what its manifest says");
      }
      Files.move(part, path(file), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void makeRoom(long bytes) throws IOException {
    List<Path> oldestFirst = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.sorted(Comparator.comparing(FileCache::used)).forEach(oldestFirst::add);
    }
    long total = bytes;
    for (Path path : oldestFirst) {
      total += path.toFile().length();
    }
    Instant inUse = Instant.now().minusSeconds(IN_USE_SECONDS);
    for (Path path : oldestFirst) {
      if (total <= MOST_BYTES || used(path).toInstant().isAfter(inUse)) {
        break;
      }
      total -= path.toFile().length();
      Files.deleteIfExists(path);
    }
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < bytes) {
      throw new IOException(
          "the disk of %s has %d MB free, and %d MB are to be fetched"
              .formatted(folder, usable >> 20, (bytes >> 20) + 1));
    }
  }

  private static FileTime used(Path path) {
    try {
      return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException gone) {
      return FileTime.fromMillis(0);
    } catch (IOException e) {
      return FileTime.from(Instant.now());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
