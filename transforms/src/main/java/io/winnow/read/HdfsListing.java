package io.winnow.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Lists files of HDFS, on servers that Hadoop was told of before.
 *
 * <p>Beam's own listing takes folders for files, and passes over files directly below the folder of
 * {@code **} and over all below a folder whose name has to be escaped.
 */
final class HdfsListing {
  private HdfsListing() {}

  /** The file or folder of that name; none when it is not there. */
  static List<FoundFile> at(String path) throws IOException {
    Path place = new Path(path);
    try {
      return List.of(found(fileSystem(place).getFileStatus(place)));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** At least the files that are meant. */
  static List<FoundFile> of(InputGlob glob) throws IOException {
    Path base = new Path(glob.base());
    List<FoundFile> all = new ArrayList<>();
    try {
      boolean isDeep = glob.pattern().contains("/") || glob.pattern().contains("**");
      RemoteIterator<LocatedFileStatus> files = fileSystem(base).listFiles(base, isDeep);
      while (files.hasNext()) {
        all.add(found(files.next()));
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    return all;
  }

  private static FoundFile found(FileStatus file) {
    Path path = file.getPath();
    return new FoundFile(
        path.toUri().toString(), path.toString(), file.getLen(), file.isDirectory());
  }

  private static FileSystem fileSystem(Path path) throws IOException {
    return FileSystem.get(path.toUri(), new Configuration());
  }
}
