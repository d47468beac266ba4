package io.winnow.write;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Files on any Beam file system.
 *
 * @param folder as Beam's file systems name it, such as {@code /data/out} or {@code s3://b/out}
 */
public record BeamStore(String folder) implements RowStore, Serializable {
  private static final String MIME_TYPE = "application/vnd.apache.parquet";

  @Override
  public OutputStream create(String path) throws IOException {
    return new BufferedOutputStream(
        Channels.newOutputStream(FileSystems.create(resource(path), MIME_TYPE)), 1 << 16);
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    ReadableByteChannel channel = FileSystems.open(existing(resource(path)));
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable;
    }
    channel.close();
    throw new IOException(
        "the file system of " + folder + " cannot seek, which Parquet files need");
  }

  /**
   * Looks a file of a store up before it is opened: S3 says only so in words that it is not there,
   * and what was looked up is not asked for its size again.
   */
  private static ResourceId existing(ResourceId resource) throws IOException {
    boolean isPattern = resource.toString().matches(".*[*?\\[{].*");
    if (resource.getScheme().equals("file") || isPattern) {
      return resource;
    }
    MatchResult found = FileSystems.matchResources(List.of(resource)).get(0);
    if (found.status() == MatchResult.Status.NOT_FOUND) {
      throw new FileNotFoundException(resource.toString());
    }
    return found.metadata().get(0).resourceId();
  }

  private ResourceId resource(String path) {
    ResourceId resource = FileSystems.matchNewResource(folder, true);
    String[] names = path.split("/", -1);
    for (int i = 0; i + 1 < names.length; i++) {
      resource = resource.resolve(names[i], StandardResolveOptions.RESOLVE_DIRECTORY);
    }
    return resource.resolve(names[names.length - 1], StandardResolveOptions.RESOLVE_FILE);
  }
}
