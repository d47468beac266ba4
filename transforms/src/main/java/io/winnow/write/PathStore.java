package io.winnow.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files on a disk of this machine. */
public record PathStore(Path folder) implements RowStore {
  @Override
  public OutputStream create(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        1 << 16);
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return Files.newByteChannel(folder.resolve(path), StandardOpenOption.READ);
  }
}
