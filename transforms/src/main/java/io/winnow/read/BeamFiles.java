package io.winnow.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import org.apache.beam.sdk.io.FileSystems;

/** Opens files on any file system that Beam knows. */
public final class BeamFiles implements FileOpener {
  private static final long serialVersionUID = 1;

  @Override
  public InputStream open(String path) throws IOException {
    return Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(path, false)));
  }
}
