package io.winnow.pipeline;

import io.winnow.explain.GivenFiles;
import io.winnow.explain.GivenFiles.Given;
import io.winnow.quality.QualityRules;
import io.winnow.tag.Taxonomy;
import io.winnow.tag.section.ModelFile;
import io.winnow.tag.section.SectionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files of configuration that {@code explain} is given, as {@code curate} does. */
final class ExplainFiles {
  private ExplainFiles() {}

  /**
   * Those that were given.
   *
   * @throws UserError with every problem of every file
   */
  static GivenFiles read(
      @Nullable Path taxonomy, @Nullable Path quality, @Nullable Path sectionModel)
      throws IOException {
    List<String> problems = new ArrayList<>();
    Given<Taxonomy> tags =
        given("--taxonomy", taxonomy, problems, file -> Configuration.taxonomy(file));
    Given<QualityRules> rules =
        given("--quality", quality, problems, file -> Configuration.quality(file.toString()));
    Given<SectionModel> sections =
        given("--sectionModel", sectionModel, problems, file -> ModelFile.read(file).model());
    UserError.throwIfAny(problems);
    return new GivenFiles(tags, rules, sections);
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(Path file) throws IOException;
  }

  private static <T> @Nullable Given<T> given(
      String option, @Nullable Path file, List<String> problems, Reader<T> reader)
      throws IOException {
    if (file == null) {
      return null;
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      problems.add(option + " must be a readable file; was: " + file);
      return null;
    }
    try {
      return new Given<>(reader.read(file), ModelFile.sha256(Files.readAllBytes(file)));
    } catch (IllegalArgumentException e) {
      problems.addAll(e.getMessage().lines().toList());
      return null;
    }
  }
}
