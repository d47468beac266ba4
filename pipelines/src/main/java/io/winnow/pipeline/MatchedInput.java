package io.winnow.pipeline;

import io.winnow.privacy.MaskedNames;
import io.winnow.privacy.PersonalDataMasker;
import io.winnow.publish.History;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRuns;
import io.winnow.read.FileMatcher;
import io.winnow.read.InputProblem;
import io.winnow.read.MatchedFiles;
import io.winnow.read.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/** The files that {@code --input} matches; those that an earlier run has read are known. */
final class MatchedInput implements RunInput {
  private static final Logger LOG = Logger.getLogger(MatchedInput.class.getName());

  private final CurateOptions options;
  private List<SourceFile> matched = List.of();

  MatchedInput(CurateOptions options) {
    this.options = options;
  }

  @Override
  public List<String> places() {
    return options.places();
  }

  /** A bucket that cannot be listed is found here, before anything is read. */
  @Override
  public void prepare(Storage storage, OutputStore output) throws Exception {
    MatchedFiles files = match(options.input, storage, output);
    reportProblems(files);
    if (files.files().isEmpty() && !options.allowEmpty) {
      throw new UserError(
          ExitCode.NO_INPUT,
          "no file matches --input="
              + String.join(" --input=", options.input)
              + "; --allowEmpty publishes an empty run instead");
    }
    matched = named(files.files(), options.privacy.masker());
  }

  @Override
  public Chosen choose(PublishedRuns published, History history) {
    boolean all = options.inputs.equals("all");
    return new Chosen(all ? matched : withHistory(matched, history), history, null);
  }

  static MatchedFiles match(List<String> input, Storage storage, OutputStore output)
      throws Exception {
    try {
      return FileMatcher.match(input, output.location(""));
    } catch (IOException | RuntimeException e) {
      throw storage.explained(e, String.join(",", input));
    }
  }

  /** Names of files are published, so they are masked like texts. */
  static List<SourceFile> named(List<SourceFile> files, PersonalDataMasker masker) {
    if (!masker.isOn()) {
      return files;
    }
    List<String> names =
        new MaskedNames(masker).ofAll(files.stream().map(SourceFile::uri).toList());
    List<SourceFile> named = new ArrayList<>(files.size());
    for (int i = 0; i < names.size(); i++) {
      named.add(files.get(i).withUri(names.get(i)));
    }
    return named;
  }

  /**
   * Inputs that cannot be used end the command; one that matches nothing is only worth a warning.
   */
  static void reportProblems(MatchedFiles matched) {
    List<String> errors = new ArrayList<>();
    for (InputProblem problem : matched.problems()) {
      String message = "--input=" + problem.input() + ": " + problem.message();
      if (problem.kind() != InputProblem.Kind.NO_MATCH) {
        errors.add(message);
      } else if (!matched.files().isEmpty()) {
        LOG.warning(message);
      }
    }
    UserError.throwIfAny(errors);
  }

  private List<SourceFile> withHistory(List<SourceFile> files, History history) {
    PersonalDataMasker masker = options.privacy.masker();
    Map<String, List<String>> known = history.knownSha256();
    Map<String, List<String>> byKey = masker.isOn() ? MaskedNames.regrouped(known, masker) : known;
    return files.stream()
        .map(
            file -> {
              String key = masker.isOn() ? MaskedNames.key(file.uri()) : file.uri();
              return file.withKnownSha256(byKey.getOrDefault(key, List.of()));
            })
        .toList();
  }
}
