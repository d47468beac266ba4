package io.winnow.peers;

import io.winnow.clean.ArticleCleaner;
import io.winnow.clean.CleanSpec;
import io.winnow.clean.Cleaned;
import io.winnow.read.DumpReader;
import io.winnow.read.ReadSpec;
import io.winnow.read.SourceFile;
import io.winnow.run.RunInfo;
import io.winnow.schema.Draft;
import io.winnow.split.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The articles of a folder of dumps, read, split and cleaned as a run does it. */
final class Texts {
  static final RunInfo RUN = new RunInfo("bench", LocalDate.of(2026, 2, 15), 1);

  /** Articles that are measured. */
  private static final int MOST = 2_000;

  private Texts() {}

  /** The first articles of the .jsonl files of a folder, in the order of names. */
  static List<Draft> of(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    ArticleCleaner cleaner = new ArticleCleaner(CleanSpec.defaults(), RUN);
    Splitter splitter = new Splitter(RUN);
    List<Draft> drafts = new ArrayList<>();
    for (Path file : files) {
      new DumpReader(ReadSpec.defaults())
          .read(
              new SourceFile(
                  file.toString(), file.getFileName().toString(), Files.size(file), List.of()),
              any -> Files.newInputStream(file),
              dump -> {
                if (drafts.size() < MOST) {
                  for (Cleaned cleaned : cleaner.cleanAll(splitter.split(dump).pieces())) {
                    if (cleaned instanceof Cleaned.Kept kept) {
                      drafts.add(kept.draft());
                    }
                  }
                }
              });
    }
    if (drafts.isEmpty()) {
      throw new IOException("no article in the .jsonl files of " + folder);
    }
    return List.copyOf(drafts.subList(0, Math.min(MOST, drafts.size())));
  }
}
