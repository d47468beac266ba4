package io.winnow.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A model's file, which is there as a whole or not at all. */
public final class NewFile {
  private static final byte[] MODEL = "winnow-sections".getBytes(StandardCharsets.US_ASCII);

  private NewFile() {}

  /** Why a model cannot be written there; empty where it can. Only a model is ever replaced. */
  public static String problem(@Nullable Path file) throws IOException {
    if (file == null || file.getFileName() == null) {
      return "must name a file";
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return "must lie in a folder that can be written";
    }
    if (Files.isDirectory(file)) {
      return "must be a file; a folder is in the way";
    }
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        if (!Arrays.equals(in.readNBytes(MODEL.length), MODEL)) {
          return "must be new or a model; another file is in the way";
        }
      }
    }
    return "";
  }

  /** Writes it beside its place, and moves it there by one rename. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path place = file.toAbsolutePath();
    Path beside = Files.createTempFile(place.getParent(), "." + place.getFileName() + ".", ".new");
    beside.toFile().deleteOnExit();
    try {
      try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(
          beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
