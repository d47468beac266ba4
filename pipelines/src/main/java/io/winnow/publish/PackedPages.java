package io.winnow.publish;

import io.winnow.publish.Manifest.Page;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The reports of packed runs: one archive a pack, with a folder for each run that has some.
 * Archives that are read are copied to this machine, once each.
 */
public final class PackedPages implements Closeable {
  private static final String PATH = "reports.zip";

  /** Of every entry: the bytes of an archive are to depend on the reports alone. */
  private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final OutputStore output;
  private final ScratchFolder scratch;
  private final Map<String, ZipFile> archives = new HashMap<>();

  public PackedPages(OutputStore output) throws IOException {
    this.output = output;
    this.scratch = ScratchFolder.make("winnow-reports");
  }

  /**
   * Writes the reports of {@code runs} below {@code folder}.
   *
   * @return the archive; none when no run has a report
   */
  List<Page> write(List<PublishedRun> runs, String folder) throws IOException {
    String place = folder + "/" + PATH;
    int[] entries = {0};
    Path made = scratch.path().resolve(PATH);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
      for (PublishedRun run : runs) {
        forEach(
            run,
            (path, in) -> {
              ZipEntry entry = new ZipEntry(run.manifest().runId() + "/" + path);
              entry.setTimeLocal(NEVER);
              zip.putNextEntry(entry);
              in.transferTo(zip);
              zip.closeEntry();
              entries[0]++;
            });
      }
    }
    if (entries[0] == 0) {
      return List.of();
    }
    try (OutputStream out = output.create(place)) {
      Files.copy(made, out);
    }
    return List.of(new Page(PATH, output.size(place), Checksum.sha256(output, place)));
  }

  /** Writes the report of {@code run} below {@code folder}, a file each as it was. */
  List<Page> restore(PublishedRun run, String folder) throws IOException {
    List<Page> pages = new ArrayList<>();
    forEach(
        run,
        (path, in) -> {
          String place = folder + "/" + path;
          try (OutputStream out = output.create(place)) {
            in.transferTo(out);
          }
          pages.add(new Page(path, output.size(place), Checksum.sha256(output, place)));
        });
    return pages;
  }

  /** What is done with a page. */
  @FunctionalInterface
  public interface PageReader {
    void read(String path, InputStream in) throws IOException;
  }

  /** Hands every page of {@code run} to {@code reader}, wherever they lie. */
  public void forEach(PublishedRun run, PageReader reader) throws IOException {
    for (Page page : run.manifest().pages()) {
      try (InputStream in = open(run.folder() + "/" + page.path())) {
        reader.read(page.path(), in);
      }
    }
    if (run.pack() != null) {
      for (Page archive : run.pack().pack().pages()) {
        forEachIn(run.home() + "/" + archive.path(), run.manifest().runId() + "/", reader);
      }
    }
  }

  private void forEachIn(String archive, String prefix, PageReader reader) throws IOException {
    ZipFile zip = archive(archive);
    for (ZipEntry entry : zip.stream().filter(it -> it.getName().startsWith(prefix)).toList()) {
      String path = entry.getName().substring(prefix.length());
      if (path.contains("..")) {
        throw new IOException(archive + " has no such page: " + path);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        reader.read(path, in);
      }
    }
  }

  private ZipFile archive(String path) throws IOException {
    ZipFile zip = archives.get(path);
    if (zip == null) {
      Path copy = scratch.path().resolve(archives.size() + ".zip");
      try (InputStream in = open(path)) {
        Files.copy(in, copy);
      }
      zip = new ZipFile(copy.toFile());
      archives.put(path, zip);
    }
    return zip;
  }

  private InputStream open(String path) throws IOException {
    return Channels.newInputStream(output.open(path));
  }

  @Override
  public void close() throws IOException {
    for (ZipFile zip : archives.values()) {
      zip.close();
    }
    scratch.close();
  }
}
