package io.winnow.publish;

import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.write.PathStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An output folder on a disk: {@code run=ID} is a symbolic link to {@code .runs/ID.<attempt>}, made
 * aside and renamed over the one before; several change in one step, too.
 */
public final class LocalOutput implements OutputStore {
  private static final String RUN = PublishedName.PREFIX;

  private final Path folder;
  private final PathStore files;

  private LocalOutput(Path folder) {
    this.folder = folder;
    this.files = new PathStore(folder);
  }

  /** The output at {@code folder}, which need not exist yet. */
  public static LocalOutput at(Path folder) {
    return new LocalOutput(folder.toAbsolutePath().normalize());
  }

  /** The folder, absolute. */
  public Path folder() {
    return folder;
  }

  @Override
  public void prepare() throws OutputUnusable {
    Path probe = folder.resolve(ATTEMPTS).resolve(".probe-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(folder.resolve(ATTEMPTS));
      Files.deleteIfExists(probe);
      Files.createSymbolicLink(probe, Path.of("nowhere"));
      Files.delete(probe);
    } catch (UnsupportedOperationException e) {
      throw new OutputUnusable("--output: " + folder + " cannot hold symbolic links");
    } catch (IOException e) {
      throw new OutputUnusable("--output: cannot write to " + folder + ": " + reason(e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in the way: " + e.getMessage();
    }
    if (e instanceof NoSuchFileException) {
      return "no folder can be made there";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.toString();
  }

  @Override
  public String location(String path) {
    return folder.resolve(path).toString();
  }

  @Override
  public OutputStream create(String path) throws IOException {
    return files.create(path);
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return files.open(path);
  }

  @Override
  public List<String> names(String path) throws IOException {
    try (Stream<Path> children = Files.list(folder.resolve(path))) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  @Override
  public List<String> files(String path) throws IOException {
    Path root = folder.resolve(path);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Override
  public boolean makeFolder(String path) throws IOException {
    try {
      Files.createDirectory(folder.resolve(path));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public long size(String path) throws IOException {
    return Files.size(folder.resolve(path));
  }

  @Override
  public void move(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  /** {@inheritDoc} A hard link, where the file system has them. */
  @Override
  public void copy(String from, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target.getParent());
    try {
      Files.createLink(target, folder.resolve(from));
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(folder.resolve(from), target);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Path root = folder.resolve(path);
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.sorted(Comparator.reverseOrder()).forEach(deepestFirst::add);
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void sync(String path) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder.resolve(path))) {
      walk.forEach(all::add);
    }
    for (Path file : all) {
      sync(file);
    }
  }

  static void sync(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public long usableBytes() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Links are followed; a folder, as a copy of an output has it, stands for itself if it has a
   * manifest, or for the attempt that the manifest names if the copy is one of a bucket. The links
   * are looked at until two looks see the same, so that no switch of several lies between them.
   */
  @Override
  public SortedMap<String, String> published() throws IOException {
    SortedMap<String, String> seen = look();
    while (true) {
      SortedMap<String, String> again = look();
      if (again.equals(seen)) {
        return again;
      }
      seen = again;
    }
  }

  private SortedMap<String, String> look() throws IOException {
    SortedMap<String, String> published = new TreeMap<>();
    for (String link : names("")) {
      if (link.startsWith(RUN) && PublishedName.isAllowed(link.substring(RUN.length()))) {
        String name = link.substring(RUN.length());
        folderOf(name, folder.resolve(link)).ifPresent(attempt -> published.put(name, attempt));
      }
    }
    return published;
  }

  private Optional<String> folderOf(String name, Path run) throws IOException {
    if (Files.isSymbolicLink(run)) {
      try {
        return Optional.of(relative(run.toRealPath()));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }
    for (String told : List.of(Manifest.PATH, RunCopies.FOLDER)) {
      if (Files.isRegularFile(run.resolve(told))) {
        return Optional.of(copiedFolder(run.resolve(told), RUN + name));
      }
    }
    return PublishedName.isShared(name) && Files.isDirectory(run)
        ? Optional.of(RUN + name)
        : Optional.empty();
  }

  private static String copiedFolder(Path manifest, String name) throws IOException {
    return RunCopies.folder(Files.readString(manifest), name);
  }

  private String relative(Path real) throws IOException {
    Path realFolder = folder.toRealPath();
    return (real.startsWith(realFolder) ? realFolder.relativize(real) : real).toString();
  }

  @Override
  public void requireReplaceable(String runId) throws OutputUnusable {
    String name = RUN + runId;
    Path run = folder.resolve(name);
    if (Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS)) {
      String kept = ATTEMPTS + "/" + runId + ".copied";
      throw new OutputUnusable(
          "%s is a folder, as in a copied output, and cannot be swapped in one step; make it a link: cd '%s' && mv %s %s && ln -s %s %s"
              .formatted(run, folder, name, kept, kept, name));
    }
  }

  /** {@inheritDoc} One run by renaming its link, several by a {@link LinkSwitch}. */
  @Override
  public void publish(Map<String, Optional<String>> changes) throws IOException {
    sync(folder.resolve(ATTEMPTS));
    new LinkSwitch(folder).change(changes);
  }

  /** Ends a switch of several runs that a dead command began, or takes it back. */
  @Override
  public void tidy() throws IOException {
    new LinkSwitch(folder).settle();
  }

  @Override
  public LeaseFile leaseFile() {
    return new LocalLeaseFile(folder);
  }
}
