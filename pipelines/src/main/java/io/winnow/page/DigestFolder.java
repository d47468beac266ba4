package io.winnow.page;

import io.winnow.publish.OutputStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** The folder {@code DIR/digests} of an output. A file in it appears whole or not at all. */
final class DigestFolder {
  static final String NAME = "digests";
  private static final String PART = NAME + "/.part";

  private final OutputStore output;

  DigestFolder(OutputStore output) {
    this.output = output;
  }

  /** Names of the files in it. */
  Set<String> names() throws IOException {
    return new TreeSet<>(output.names(NAME));
  }

  String read(String name) throws IOException {
    try (InputStream in = Channels.newInputStream(output.open(path(name)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes a file and returns its path below the output. */
  String write(String name, String text) throws IOException {
    output.delete(PART);
    try (OutputStream out = output.create(PART)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    output.move(PART, path(name));
    return path(name);
  }

  /** Removes a file; does nothing when it is not there. */
  void remove(String name) throws IOException {
    output.delete(path(name));
  }

  private static String path(String name) {
    return NAME + "/" + name;
  }
}
