package io.winnow.dedupe;

import io.winnow.dedupe.MadeDocument.Edit;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/** All verdicts: a hash of them whatever their order, and how right they are. */
final class Tally {
  private static final int NUMBERS = 5;

  /** Number, cluster, edit, number of the cluster's first as decided, hash; for each verdict. */
  private final List<long[]> rows = new ArrayList<>();

  static Tally read(Path folder) throws IOException {
    Tally tally = new Tally();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        tally.readFile(file);
      }
    }
    return tally;
  }

  private void readFile(Path file) throws IOException {
    long left = Files.size(file) / (NUMBERS * Long.BYTES);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (; left > 0; left--) {
        long[] row = new long[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
          row[i] = in.readLong();
        }
        rows.add(row);
      }
    }
  }

  /** What is known, by name. */
  Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("verdicts", Integer.toString(rows.size()));
    figures.put("kept", Long.toString(rows.stream().filter(row -> row[0] == row[3]).count()));
    figures.put("hash", Long.toHexString(rows.stream().mapToLong(row -> row[4]).sum()));
    List<long[]> others = rows.stream().filter(row -> row[1] >= 0).toList();
    double together = pairs(others, i -> Mix64.of(others.get((int) i)[1], others.get((int) i)[3]));
    figures.put("recall", share(together, pairs(others, i -> others.get((int) i)[1])));
    figures.put("precision", share(together, pairs(others, i -> others.get((int) i)[3])));
    Map<Long, Long> heads = new HashMap<>();
    rows.forEach(row -> heads.put(row[0], row[3]));
    for (Edit edit : Edit.values()) {
      if (edit.compareTo(Edit.HOT) > 0) {
        List<long[]> copies = rows.stream().filter(row -> row[2] == edit.ordinal()).toList();
        long found = copies.stream().filter(row -> heads.get(row[1]).equals(row[3])).count();
        figures.put(edit.name().toLowerCase(Locale.ROOT), share(found, copies.size()));
      }
    }
    List<long[]> hot = rows.stream().filter(row -> row[1] < 0).toList();
    figures.put("hot", share(pairs(hot, i -> hot.get((int) i)[3]), pairs(hot, i -> 0)));
    return figures;
  }

  /**
   * Pairs of rows with the same key; keys are mixed, so that no two fall together by their form.
   */
  private static double pairs(List<long[]> rows, LongUnaryOperator key) {
    Map<Long, Long> sizes = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      sizes.merge(Mix64.of(3, key.applyAsLong(i)), 1L, Long::sum);
    }
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }

  private static String share(double part, double all) {
    return String.format(Locale.ROOT, "%.5f", all == 0 ? 1 : part / all);
  }
}
