package io.winnow.summarize.llm;

import io.winnow.write.RowStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Small files on a local disk that appear whole, by a rename, or not at all. */
record AtomicFiles(Path folder) implements RowStore {
  @Override
  public OutputStream create(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return new ByteArrayOutputStream() {
      @Override
      public void close() throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), ".", ".tmp");
        try {
          Files.write(temporary, toByteArray());
          Files.move(
              temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
          Files.deleteIfExists(temporary);
        }
      }
    };
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return Files.newByteChannel(folder.resolve(path));
  }
}
