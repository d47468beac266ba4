package io.winnow.split;

import io.winnow.read.Dump;
import io.winnow.read.DumpReader;
import io.winnow.read.ReadSpec;
import io.winnow.read.SourceFile;
import io.winnow.run.RunInfo;
import io.winnow.schema.Piece;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fuzz target: whatever a dump says, it is cut into pieces that account for every line of it
 * ({@link SplitDump} checks that), each with an id of its own, the same each time.
 */
public final class SplitterFuzz {
  private static final String[] NAMES = {"a.txt", "a.md", "a.jsonl", "a.mbox", "a.html", "a"};

  private static final Splitter SPLITTER = new Splitter(new RunInfo("fuzz", LocalDate.EPOCH, 1));

  private SplitterFuzz() {}

  /** Throws where a promise of splitting is broken. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    String name = NAMES[(data[0] & 0xFF) % NAMES.length];
    byte[] bytes = Arrays.copyOfRange(data, 1, data.length);
    for (Dump dump : read(name, bytes)) {
      SplitDump split = SPLITTER.split(dump);
      Set<String> ids = new HashSet<>();
      for (Piece piece : split.pieces()) {
        require(ids.add(piece.getId()), "two pieces of one id");
        require(!piece.getText().isEmpty(), "a piece without text");
        require(piece.getSplitScore() >= 0 && piece.getSplitScore() <= 1, "score");
      }
      require(split.equals(SPLITTER.split(dump)), "another result");
      for (Proposal proposal : SPLITTER.explain(dump)) {
        require(proposal.layout().score() <= 1, "score of " + proposal.detector());
      }
    }
  }

  private static List<Dump> read(String name, byte[] bytes) {
    List<Dump> dumps = new ArrayList<>();
    try {
      new DumpReader(ReadSpec.defaults())
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
