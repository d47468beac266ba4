package io.winnow.han;

import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/** Reads the binary dictionaries in the segmenter's archive: integers, the high byte first. */
final class DictionaryFile {
  private static final String FOLDER = "data/dictionary/";

  private DictionaryFile() {}

  /** All integers of a file. */
  static IntBuffer ints(String name) {
    return bytes(name).asIntBuffer();
  }

  static ByteBuffer bytes(String name) {
    try (InputStream in = open(name)) {
      return ByteBuffer.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream open(String name) {
    InputStream in = HanLP.class.getClassLoader().getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("missing resource " + FOLDER + name);
    }
    return in;
  }
}
