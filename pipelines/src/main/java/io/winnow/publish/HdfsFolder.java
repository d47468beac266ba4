package io.winnow.publish;

import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.StoreUnreachable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.io.IOUtils;
import org.apache.hadoop.security.AccessControlException;

/**
 * The files below one folder of HDFS.
 *
 * <p>The {@link Catalog} is the file {@code .published/V/V.json}, and V its version, a name that
 * never comes again. A write puts the next version beside it and renames the folder from the
 * version that was seen: that is atomic, and fails when the version is no longer there.
 */
final class HdfsFolder implements ObjectStore {
  private static final String VERSIONS = ".published";

  private final URI root;
  private final Configuration configuration;

  /**
   * @param uri {@code hdfs://host:port/folder}
   */
  HdfsFolder(String uri, Map<String, String> settings) {
    root = URI.create(uri.replaceAll("/+$", "") + "/");
    configuration = new Configuration();
    settings.forEach(configuration::set);
  }

  @Override
  public void probe() throws OutputUnusable, StoreUnreachable {
    Path probe = path(OutputStore.ATTEMPTS + "/.probe-" + UUID.randomUUID());
    try {
      write(probe, "1");
      fs().delete(probe, false);
    } catch (AccessControlException
        | org.apache.hadoop.fs.ParentNotDirectoryException
        | FileAlreadyExistsException e) {
      throw new OutputUnusable("--output: cannot write to " + root + ": " + firstLine(e));
    } catch (IOException e) {
      throw new StoreUnreachable("--output: cannot write to " + root + ": " + firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }

  @Override
  public String uri(String key) {
    return root + key;
  }

  @Override
  public Optional<Content> get(String key) throws IOException {
    if (!key.equals(Catalog.PATH)) {
      try {
        String text = read(path(key));
        return Optional.of(new Content(text, text));
      } catch (FileNotFoundException e) {
        return Optional.empty();
      }
    }
    while (true) {
      Optional<String> version = version();
      if (version.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Content(read(file(version.get(), version.get())), version.get()));
      } catch (IOException e) {
        if (version().equals(version)) {
          throw e;
        }
      }
    }
  }

  private Optional<String> version() throws IOException {
    FileStatus[] versions;
    try {
      versions = fs().listStatus(path(VERSIONS));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
    if (versions.length != 1) {
      throw new IOException(
          path(VERSIONS)
              + " has "
              + versions.length
              + " folders in place of one; without that folder, what is published is taken from"
              + " run=ID/manifest.json");
    }
    return Optional.of(versions[0].getPath().getName());
  }

  private Path file(String folder, String version) {
    return path(VERSIONS + "/" + folder + "/" + version + ".json");
  }

  @Override
  public boolean put(String key, Optional<Content> seen, String text) throws IOException {
    if (!key.equals(Catalog.PATH)) {
      return replace(key, seen, text);
    }
    String next = UUID.randomUUID().toString();
    try {
      if (seen.isPresent()) {
        change(seen.get().version(), next, text);
      } else {
        begin(next, text);
      }
      return true;
    } catch (IOException e) {
      // Also after a refusal: it may be our own write that a repeated request ran into.
      Optional<Content> now = get(key);
      boolean isOurs = now.map(Content::text).equals(Optional.of(text));
      if (!isOurs && now.equals(seen) && !(e instanceof FileNotFoundException)) {
        throw e;
      }
      return isOurs;
    }
  }

  /** The first version: a folder with it, made aside, becomes the folder of versions. */
  private void begin(String version, String text) throws IOException {
    String aside = aside();
    write(path(aside + "/" + version + "/" + version + ".json"), text);
    try {
      fs().rename(path(aside), path(VERSIONS), Rename.NONE);
    } finally {
      fs().delete(path(aside), true);
    }
  }

  private void change(String seen, String next, String text) throws IOException {
    Path folder = path(VERSIONS + "/" + seen);
    // The parent is not made: it is gone when another writer was faster.
    write(fs().createFile(file(seen, next)).overwrite(false).build(), text);
    List<String> old = new ArrayList<>();
    for (FileStatus file : fs().listStatus(folder)) {
      old.add(file.getPath().getName());
    }
    fs().rename(folder, path(VERSIONS + "/" + next), Rename.NONE);
    // What was there under the name that we took away belongs to writers who lost. A reader may be
    // in the middle of the version before.
    old.removeAll(List.of(next + ".json", seen + ".json"));
    for (String name : old) {
      fs().delete(path(VERSIONS + "/" + next + "/" + name), false);
    }
  }

  /** Not atomic, but what is there is always whole. */
  private boolean replace(String key, Optional<Content> seen, String text) throws IOException {
    String aside = aside();
    write(path(aside), text);
    fs().mkdirs(path(key).getParent());
    if (!get(key).equals(seen)) {
      fs().delete(path(aside), false);
      return false;
    }
    fs().rename(path(aside), path(key), Rename.OVERWRITE);
    return true;
  }

  /** A place whose leftovers the next run sweeps. */
  private static String aside() {
    return OutputStore.ATTEMPTS + "/.new-" + UUID.randomUUID();
  }

  @Override
  public long size(String key) throws IOException {
    return fs().getFileStatus(path(key)).getLen();
  }

  @Override
  public void copy(String from, String to) throws IOException {
    FileUtil.copy(fs(), path(from), fs(), path(to), false, true, configuration);
  }

  @Override
  public void move(String from, String to) throws IOException {
    fs().mkdirs(path(to).getParent());
    fs().rename(path(from), path(to), Rename.OVERWRITE);
  }

  @Override
  public List<String> keys(String folder) throws IOException {
    List<String> keys = new ArrayList<>();
    try {
      RemoteIterator<LocatedFileStatus> files = fs().listFiles(path(folder), true);
      while (files.hasNext()) {
        keys.add(files.next().getPath().toUri().getPath().substring(root.getPath().length()));
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    Collections.sort(keys);
    return keys;
  }

  @Override
  public List<String> names(String folder) throws IOException {
    try {
      return Arrays.stream(fs().listStatus(path(folder)))
          .map(file -> file.getPath().getName())
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  @Override
  public void delete(String path) throws IOException {
    fs().delete(path(path), true);
  }

  /** A file that was begun lies there, and is swept like any other. */
  @Override
  public List<Upload> uploads(String folder) {
    return List.of();
  }

  private String read(Path file) throws IOException {
    try (FSDataInputStream in = fs().open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void write(Path file, String text) throws IOException {
    write(fs().create(file, false), text);
  }

  private static void write(FSDataOutputStream out, String text) throws IOException {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.hsync();
    } catch (IOException e) {
      // Closing throws the same failure again.
      IOUtils.cleanupWithLogger(null, out);
      throw e;
    }
    out.close();
  }

  private Path path(String key) {
    return new Path(uri(key).replaceAll("(?<=[^/])/$", ""));
  }

  private DistributedFileSystem fs() throws IOException {
    try {
      if (FileSystem.get(root, configuration) instanceof DistributedFileSystem hdfs) {
        return hdfs;
      }
      throw new IOException(root + " is not on HDFS");
    } catch (IllegalArgumentException e) {
      throw new IOException(firstLine(e), e);
    }
  }
}
