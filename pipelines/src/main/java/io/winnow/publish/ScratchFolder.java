package io.winnow.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on the local disk for what only this process needs; removed when it is closed. */
public record ScratchFolder(Path path) implements Closeable {
  /** Makes one in the system's temporary folder, readable by this user only. */
  public static ScratchFolder make(String name) throws IOException {
    return new ScratchFolder(Files.createTempDirectory(name));
  }

  @Override
  public void close() throws IOException {
    LocalOutput.at(path).delete("");
  }
}
