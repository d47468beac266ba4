package io.winnow.pipeline;

import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.read.DumpReader;
import io.winnow.replay.Dumps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that earlier runs have read, found where these did or where {@code --input} says. */
abstract class AgainInput implements RunInput {
  final CurateOptions options;
  private final List<String> beamArgs;
  private final RunChoice choice;
  private @Nullable Storage storage;
  private @Nullable Dumps dumps;

  /**
   * @param choice of the runs that are looked at
   */
  AgainInput(CurateOptions options, List<String> beamArgs, RunChoice choice) {
    this.options = options;
    this.beamArgs = beamArgs;
    this.choice = choice;
  }

  @Override
  public List<String> places() throws IOException {
    List<String> places = new ArrayList<>(options.places());
    OutputStore output = Storage.of(beamArgs, places).output(options.output);
    List<PublishedRun> runs = PublishedRuns.read(output).all();
    choice.requireIn(runs, options.output);
    for (PublishedRun run : options.input.isEmpty() ? runs : List.<PublishedRun>of()) {
      String input = run.manifest().options().getOrDefault("input", "");
      if (!input.isEmpty()) {
        places.addAll(List.of(input.split(",")));
      }
    }
    return places;
  }

  @Override
  public void prepare(Storage files, OutputStore output) throws Exception {
    storage = files;
    dumps =
        new StoredDumps(
            new DumpReader(Limits.of(options.limits).read()), options.privacy.masker(), output);
    if (!options.input.isEmpty()) {
      MatchedInput.reportProblems(MatchedInput.match(options.input, files, output));
    }
  }

  /** The published runs before one of that sequence. */
  static List<PublishedRun> before(PublishedRuns published, long sequence) {
    return published.all().stream().filter(run -> run.manifest().sequence() < sequence).toList();
  }

  /** What {@code planning} makes of the dumps, with failures of a bucket explained. */
  <T> T plan(Planning<T> planning) throws Exception {
    @Nullable String input = options.input.isEmpty() ? null : String.join(",", options.input);
    try {
      return planning.of(input, Objects.requireNonNull(dumps, "not prepared"));
    } catch (IOException | RuntimeException e) {
      throw Objects.requireNonNull(storage).explained(e, options.output);
    }
  }

  /** Makes a plan. */
  interface Planning<T> {
    T of(@Nullable String input, Dumps dumps) throws IOException;
  }

  /** A run that read its files itself would lose what it has of them. */
  void refuseToReplace(PublishedRuns published) {
    Optional<Manifest> before =
        options.runId == null
            ? Optional.empty()
            : published.find(options.runId).map(PublishedRun::manifest);
    if (before.isPresent() && !before.get().isReplay()) {
      throw new UserError(
          ExitCode.USAGE,
          "run " + options.runId + " is published and no replay: give another --runId");
    }
  }
}
