package io.winnow.pipeline;

import io.winnow.publish.PublishedRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the published runs a command looks at. */
final class RunChoice {
  @Option(
      names = "--run",
      paramLabel = "ID",
      split = ",",
      description =
          "Only rows of these published runs. May repeat and take commas. Default: all runs.")
  private List<String> runs = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "YYYY-MM-DD",
      description = "Only rows of runs of this logical date and later. Default: all runs.")
  private @Nullable LocalDate since;

  /**
   * Finds out whether there is anything to choose from.
   *
   * @throws UserError when nothing is published, or a run that was named is not
   */
  void requireIn(List<PublishedRun> all, String output) {
    if (all.isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, "nothing is published in " + output);
    }
    List<String> ids = all.stream().map(run -> run.manifest().runId()).toList();
    UserError.throwIfAny(
        runs.stream()
            .filter(run -> !ids.contains(run))
            .map(run -> "--run=" + run + " is not published in " + output)
            .toList());
  }

  boolean isGiven() {
    return !runs.isEmpty() || since != null;
  }

  boolean has(PublishedRun run) {
    return (runs.isEmpty() || runs.contains(run.manifest().runId()))
        && (since == null || !run.manifest().logicalDate().isBefore(since));
  }
}
