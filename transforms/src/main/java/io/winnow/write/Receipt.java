package io.winnow.write;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.List;

/**
 * What a job tells its driver: the files it has written, in one JSON file of the staging folder.
 *
 * <p>A file that lies there and is not in the receipt comes from an attempt that was given up.
 */
public final class Receipt {
  /** Its name; with {@code _} because it is not published. */
  public static final String PATH = "_written.json";

  private static final JsonMapper JSON = new JsonMapper();

  private Receipt() {}

  /** Writes the receipt, its files sorted by path. */
  public static void write(RowStore store, List<WrittenFile> files) throws IOException {
    List<WrittenFile> sorted =
        files.stream().sorted(Comparator.comparing(WrittenFile::path)).toList();
    try (OutputStream out = store.create(PATH)) {
      JSON.writeValue(out, sorted);
    }
  }

  /** Reads the receipt back; no files when there is none, as of a job that wrote nothing. */
  public static List<WrittenFile> read(RowStore store) throws IOException {
    try (InputStream in = Channels.newInputStream(store.open(PATH))) {
      return JSON.readValue(in, new TypeReference<>() {});
    } catch (NoSuchFileException | FileNotFoundException e) {
      return List.of();
    }
  }
}
