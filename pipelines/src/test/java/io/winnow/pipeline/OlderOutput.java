package io.winnow.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What older versions published of {@code samples/}, kept as they left it.
 *
 * <p>Of version 1, with fingerprints of version 1: run {@code monday} has four of the files, {@code
 * tuesday} the other two. Of version 2: run {@code wednesday} has all.
 */
public final class OlderOutput {
  private OlderOutput() {}

  /** Unpacks the output of a version of the schema. */
  public static void unpack(int version, Path output) throws IOException {
    String name = "older/v" + version + ".tar.gz";
    InputStream packed = OlderOutput.class.getResourceAsStream(name);
    try (TarArchiveInputStream archive =
        new TarArchiveInputStream(
            new GZIPInputStream(Objects.requireNonNull(packed, "no test resource " + name)))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        Path path = output.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(archive, path);
        }
      }
    }
  }
}
