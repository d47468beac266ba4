package io.winnow.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fuzz target: whatever a file holds, reading it gives dumps that account for it, the same each
 * time, within its caps.
 */
public final class ReaderFuzz {
  private static final String[] NAMES = {
    "a", "a.txt", "a.md", "a.html", "a.jsonl", "a.json", "a.xml", "a.warc.gz", "a.zip", "a.parquet"
  };

  /** Caps that small inputs can meet. */
  private static final ReadSpec SPEC = new ReadSpec(1 << 16, 2000, 1 << 10, 20, 1 << 20, 50);

  private ReaderFuzz() {}

  /** Throws where a promise of reading is broken. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    String name = NAMES[(data[0] & 0xFF) % NAMES.length];
    byte[] bytes = Arrays.copyOfRange(data, 1, data.length);
    List<Dump> dumps = read(name, bytes);
    require(!dumps.isEmpty(), "a file without a dump");
    Set<String> ended = new HashSet<>();
    String uri = "";
    int ordinal = 0;
    for (Dump dump : dumps) {
      String now = dump.origin().uri();
      ordinal = now.equals(uri) ? ordinal : 0;
      uri = now;
      require(uri.equals(name) || uri.startsWith(name + "!/"), "another uri: " + uri);
      require(!ended.contains(uri) || uri.equals(name), "a dump after the last of " + uri);
      require(dump.text().firstOrdinal() == ordinal, "ordinal " + dump.text().firstOrdinal());
      ordinal += dump.records().size();
      ordinal += dump.text().nonBlank(dump.text().firstLine(), dump.text().lastLine());
      ordinal += (int) dump.unreadable().stream().filter(u -> isLine(u)).count();
      require(
          dump.text().text().length() <= 2 * SPEC.maxTextBytes(), "more text than the cap allows");
      if (dump.last()) {
        ended.add(uri);
      }
    }
    require(dumps.get(dumps.size() - 1).last(), "no last dump");
    require(shown(dumps).equals(shown(read(name, bytes))), "another result");
  }

  private static List<String> shown(List<Dump> dumps) {
    return dumps.stream()
        .map(d -> d.origin() + d.text().text() + d.records() + d.unreadable() + d.last())
        .toList();
  }

  /** Lines that are left out take up an ordinal of a record. */
  private static boolean isLine(Unreadable unreadable) {
    return "bytes of one line".equals(unreadable.detail());
  }

  private static List<Dump> read(String name, byte[] bytes) {
    List<Dump> dumps = new ArrayList<>();
    try {
      new DumpReader(SPEC)
          .read(
              new SourceFile("/x/" + name, name, bytes.length, List.of()),
              path -> new ByteArrayInputStream(bytes),
              dumps::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dumps;
  }

  private static void require(boolean holds, String broken) {
    if (!holds) {
      throw new IllegalStateException(broken);
    }
  }
}
