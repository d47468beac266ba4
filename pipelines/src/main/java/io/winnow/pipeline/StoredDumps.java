package io.winnow.pipeline;

import io.winnow.privacy.PersonalDataMasker;
import io.winnow.publish.OutputStore;
import io.winnow.read.BeamFiles;
import io.winnow.read.DumpReader;
import io.winnow.read.FileMatcher;
import io.winnow.read.SourceFile;
import io.winnow.replay.Dumps;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds dumps on Beam's file systems, as {@code curate} does. */
final class StoredDumps implements Dumps {
  private final DumpReader reader;
  private final PersonalDataMasker masker;
  private final OutputStore output;

  /**
   * @param masker by which the names of files are masked
   * @param output in which no dump lies
   */
  StoredDumps(DumpReader reader, PersonalDataMasker masker, OutputStore output) {
    this.reader = reader;
    this.masker = masker;
    this.output = output;
  }

  @Override
  public Map<String, SourceFile> matched(String input) throws IOException {
    List<SourceFile> found = FileMatcher.match(List.of(input), output.location("")).files();
    Map<String, SourceFile> files = new HashMap<>();
    MatchedInput.named(found, masker).forEach(file -> files.put(file.uri(), file));
    return files;
  }

  @Override
  public Optional<String> sha256(SourceFile file) throws IOException {
    return reader.sha256(file, new BeamFiles());
  }
}
