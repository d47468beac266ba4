package io.winnow.clean;

import io.winnow.read.DumpReader;
import io.winnow.read.ReadSpec;
import io.winnow.read.SourceFile;
import io.winnow.run.RunInfo;
import io.winnow.schema.Piece;
import io.winnow.split.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads and splits the files of a folder, as a run does before it cleans. */
final class SplitFiles {
  static final RunInfo RUN = new RunInfo("bench", LocalDate.of(2026, 3, 1), 1);

  private SplitFiles() {}

  /** The pieces of each file whose name ends so, by file name, in the order of names. */
  static Map<String, List<Piece>> of(Path folder, String ending) throws IOException {
    Map<String, List<Piece>> pieces = new LinkedHashMap<>();
    DumpReader reader = new DumpReader(ReadSpec.defaults());
    Splitter splitter = new Splitter(RUN);
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      byte[] bytes = Files.readAllBytes(file);
      List<Piece> found = new ArrayList<>();
      reader.read(
          new SourceFile(file.toString(), name, bytes.length, List.of()),
          any -> Files.newInputStream(file),
          dump -> found.addAll(splitter.split(dump).pieces()));
      pieces.put(name, found);
    }
    if (pieces.isEmpty()) {
      throw new IOException("no file *" + ending + " in " + folder);
    }
    return pieces;
  }
}
