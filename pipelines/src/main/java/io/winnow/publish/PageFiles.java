package io.winnow.publish;

import io.winnow.publish.Manifest.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts pages, which are written to a folder of this machine, into a staged run. */
final class PageFiles {
  private PageFiles() {}

  /** Writes pages below a folder. */
  @FunctionalInterface
  interface Writer {
    void write(Path folder) throws IOException;
  }

  /** What {@code pages} wrote, now below {@code runFolder} in the output. */
  static List<Page> write(OutputStore output, String runFolder, Writer pages) throws IOException {
    try (ScratchFolder scratch = ScratchFolder.make("winnow-pages")) {
      Path folder = scratch.path();
      pages.write(folder);
      List<Page> written = new ArrayList<>();
      for (Path file : filesBelow(folder)) {
        written.add(copy(output, file, runFolder, folder.relativize(file).toString()));
      }
      return written;
    }
  }

  private static Page copy(OutputStore output, Path file, String runFolder, String path)
      throws IOException {
    String target = runFolder + "/" + path;
    output.delete(target);
    try (OutputStream out = output.create(target)) {
      Files.copy(file, out);
    }
    return new Page(path, output.size(target), Checksum.sha256(output, target));
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }
}
