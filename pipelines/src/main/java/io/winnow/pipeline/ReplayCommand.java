package io.winnow.pipeline;

import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.quality.QualityRules;
import io.winnow.query.TerminalText;
import io.winnow.replay.WhatIf;
import io.winnow.replay.WhatIfAnswer;
import io.winnow.replay.WhatIfJson;
import io.winnow.replay.WhatIfText;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code winnow replay}: runs again what earlier runs rejected, or tells what would change. */
@Command(
    name = "replay",
    description = {
      "Runs rejects again, into a new run, after a rule or a threshold changed; or tells from stored signals how many"
          + " pieces other thresholds would put on the other side, without reading a dump.",
    },
    footer = {
      "",
      "Examples:",
      "  ./winnow replay --output=out --quality=mine.yaml --dry-run      what other thresholds would change",
      "",
      "Other --options are those of curate, and Beam's and Flink's."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CurateOptions options;

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

  @Option(
      names = "--dry-run",
      description = "Publish nothing: tell what would change, or what would be run again.")
  private boolean dryRun;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How --dry-run tells it. Default: ${DEFAULT-VALUE}.")
  private String format = "text";

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Widest line, in columns of the terminal. Default: the terminal's, else 120.")
  private int width = Math.max(40, Integer.getInteger("winnow.columns", 120));

  @Unmatched private List<String> others = new ArrayList<>();

  /** Lets {@code --input} be left out, and says of it what it means here. */
  static void adapt(CommandSpec replay) {
    OptionSpec input = replay.findOption("--input");
    replay.remove(input);
    replay.addOption(
        OptionSpec.builder(input)
            .required(false)
            .description(
                "Where the dumps lie now that were rejected: files, folders or globs as of curate. Default: what"
                    + " the runs were given that rejected them.")
            .build());
  }

  @Override
  public Integer call() throws Exception {
    Storage.refuseCredentials(others);
    Logging.mask(options.privacy.masker());
    UserError.throwIfAny(problems());
    whatIf();
    return ExitCode.OK.code();
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    spec.commandLine().getParseResult().errors().forEach(error -> problems.add(error.getMessage()));
    problems.addAll(options.problems());
    problems.addAll(Storage.problems(options.output));
    problems.addAll(RunnerOptions.problems(others));
    if (!List.of("text", "json").contains(format)) {
      problems.add("--format must be text or json; was: " + format);
    }
    if (width < 40) {
      problems.add("--width must be at least 40; was: " + width);
    }
    boolean hasQuality = spec.commandLine().getParseResult().hasMatchedOption("--quality");
    if (!hasQuality) {
      problems.add(
          "say what to replay: --quality=FILE --dry-run tells what thresholds would change");
    } else if (!dryRun) {
      problems.add("--quality alone only tells what would change: add --dry-run");
    }
    return problems;
  }

  private void whatIf() throws Exception {
    QualityRules rules = quality();
    Storage storage = Storage.of(others, List.of(options.output));
    OutputStore output = storage.output(options.output);
    try {
      List<PublishedRun> all = PublishedRuns.read(output).all();
      WhatIfAnswer answer =
          new WhatIf(rules, RunQuality::of, Version.winnow()).of(chosen(all), all);
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          format.equals("json")
              ? WhatIfJson.of(answer, options.quality)
              : WhatIfText.of(answer, TerminalText.line(options.quality), width));
      out.flush();
    } catch (IOException e) {
      throw storage.explained(e, options.output);
    }
  }

  private QualityRules quality() throws IOException {
    try {
      return Configuration.quality(options.quality);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, e.getMessage());
    }
  }

  private List<PublishedRun> chosen(List<PublishedRun> all) {
    if (all.isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, "nothing is published in " + options.output);
    }
    List<String> ids = all.stream().map(run -> run.manifest().runId()).toList();
    UserError.throwIfAny(
        runs.stream()
            .filter(run -> !ids.contains(run))
            .map(run -> "--run=" + run + " is not published in " + options.output)
            .toList());
    return all.stream()
        .filter(run -> runs.isEmpty() || runs.contains(run.manifest().runId()))
        .filter(run -> since == null || !run.manifest().logicalDate().isBefore(since))
        .toList();
  }
}
