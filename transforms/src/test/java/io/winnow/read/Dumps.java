package io.winnow.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads bytes as if they were a file. */
final class Dumps {
  private Dumps() {}

  static List<Dump> read(String uri, byte[] bytes) {
    return read(uri, bytes, ReadSpec.defaults());
  }

  static List<Dump> read(String uri, byte[] bytes, ReadSpec spec) {
    List<Dump> dumps = new ArrayList<>();
    try {
      new DumpReader(spec)
          .read(
              new SourceFile("/somewhere/" + uri, uri, bytes.length, List.of()),
              path -> new ByteArrayInputStream(bytes),
              dumps::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return dumps;
  }

  static Dump readOne(String uri, byte[] bytes) {
    List<Dump> dumps = read(uri, bytes);
    if (dumps.size() != 1) {
      throw new AssertionError("one dump expected, was: " + dumps);
    }
    return dumps.get(0);
  }
}
