package io.winnow.pipeline;

import io.winnow.dedupe.SourceGlob;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.quality.QualityRules;
import io.winnow.query.TerminalText;
import io.winnow.reject.RejectReason;
import io.winnow.replay.ReplayPlan;
import io.winnow.replay.ReplayPlanJson;
import io.winnow.replay.ReplayPlanText;
import io.winnow.replay.ReprocessPlanText;
import io.winnow.replay.WhatIf;
import io.winnow.replay.WhatIfAnswer;
import io.winnow.replay.WhatIfJson;
import io.winnow.replay.WhatIfText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
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
      "Runs rejects or whole sources again, into a new run, after a rule or a threshold changed; or tells from stored signals how many"
          + " pieces other thresholds would put on the other side, without reading a dump.",
      "What is given but --quality is as of curate: give the options of the runs that are repeated.",
    },
    footer = {
      "",
      "Examples:",
      "  ./winnow replay --output=out --quality=mine.yaml --dry-run      what other thresholds would change",
      "  ./winnow replay --output=out --rejects=too-little-text --quality=mine.yaml   runs those again",
      "  ./winnow replay --output=out --reprocess='weekly/**' --taxonomy=mine.yaml    runs those files again",
      "",
      "Other --options are those of curate, and Beam's and Flink's."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CurateOptions options;

  @Option(
      names = "--rejects",
      paramLabel = "REASON",
      split = ",",
      description =
          "Run the rejects of these reasons again, into a new run, from the files that they came from, which must be as"
              + " they were. What other runs have published since is left out. May repeat and take commas.")
  private List<String> rejects = new ArrayList<>();

  @Option(
      names = "--reprocess",
      paramLabel = "GLOB",
      split = ",",
      description =
          "Run whole sources again, into a new run, though they are unchanged: those whose source_uri, or whose archive or"
              + " folder, matches; *, ** and ? as for --sourcePriority. In the same step their rows go from the earlier"
              + " runs. May repeat and take commas.")
  private List<String> reprocess = new ArrayList<>();

  @Mixin private RunChoice choice = new RunChoice();

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
    if (!reprocess.isEmpty()) {
      return reprocess();
    }
    if (rejects.isEmpty()) {
      whatIf();
      return ExitCode.OK.code();
    }
    Set<String> reasons = new TreeSet<>(rejects);
    options.replay = "rejects=" + String.join(",", reasons);
    ReplayInput input = new ReplayInput(options, others, reasons, choice);
    if (dryRun) {
      tellPlan(input);
      return ExitCode.OK.code();
    }
    return CurateRun.of(options, input, others, spec.commandLine().getOut()).run().code();
  }

  private int reprocess() throws Exception {
    options.replay = "reprocess=" + String.join(",", new TreeSet<>(reprocess));
    ReprocessInput input =
        new ReprocessInput(
            options, others, reprocess.stream().map(SourceGlob::new).toList(), choice);
    if (!dryRun) {
      return CurateRun.of(options, input, others, spec.commandLine().getOut()).run().code();
    }
    Storage storage = Storage.of(others, input.places());
    OutputStore output = storage.output(options.output);
    input.prepare(storage, output);
    PrintWriter out = spec.commandLine().getOut();
    out.print(ReprocessPlanText.of(input.plan(PublishedRuns.read(output).all()), width));
    out.flush();
    return ExitCode.OK.code();
  }

  private void tellPlan(ReplayInput input) throws Exception {
    Storage storage = Storage.of(others, input.places());
    OutputStore output = storage.output(options.output);
    input.prepare(storage, output);
    ReplayPlan plan = input.plan(PublishedRuns.read(output).all());
    PrintWriter out = spec.commandLine().getOut();
    out.print(format.equals("json") ? ReplayPlanJson.of(plan) : ReplayPlanText.of(plan, width));
    out.flush();
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
    rejects.stream()
        .filter(reason -> !RejectReason.columns().contains(reason))
        .forEach(
            reason ->
                problems.add(
                    "--rejects: '"
                        + reason
                        + "' is no reason; allowed: "
                        + String.join(", ", RejectReason.columns())));
    problems.addAll(reprocessProblems());
    boolean hasQuality = spec.commandLine().getParseResult().hasMatchedOption("--quality");
    boolean runs = !rejects.isEmpty() || !reprocess.isEmpty();
    if (!runs && !hasQuality) {
      problems.add(
          "say what to replay: --rejects=REASON runs rejects again, --reprocess=GLOB whole sources; --quality=FILE"
              + " --dry-run tells what thresholds would change");
    } else if (!runs && !dryRun) {
      problems.add(
          "--quality alone only tells what would change: add --dry-run, or --rejects=REASON to run rejects again");
    }
    if (options.runner.equals("FlinkRunner") && runs) {
      problems.addAll(FlinkTarget.of(others).problems());
    }
    return problems;
  }

  private List<String> reprocessProblems() {
    List<String> problems = new ArrayList<>();
    for (String glob : reprocess) {
      try {
        new SourceGlob(glob);
      } catch (IllegalArgumentException e) {
        problems.add("--reprocess: " + e.getMessage());
      }
    }
    if (!reprocess.isEmpty() && !rejects.isEmpty()) {
      problems.add("--rejects and --reprocess are two runs: give one of them");
    }
    if (!reprocess.isEmpty() && choice.isGiven()) {
      problems.add("--run and --since choose rejects: what is read again replaces all its rows");
    }
    if (!reprocess.isEmpty() && options.gates.publishesOrphans()) {
      problems.add("--orphans=publish is for a run that is run again, not for --reprocess");
    }
    if (!reprocess.isEmpty() && format.equals("json")) {
      problems.add("--format=json is for --rejects and --quality");
    }
    return problems;
  }

  private void whatIf() throws Exception {
    QualityRules rules = quality();
    Storage storage = Storage.of(others, List.of(options.output));
    OutputStore output = storage.output(options.output);
    try {
      List<PublishedRun> all = PublishedRuns.read(output).all();
      choice.requireIn(all, options.output);
      WhatIfAnswer answer =
          new WhatIf(rules, RunQuality::of, Version.winnow())
              .of(all.stream().filter(choice::has).toList(), all);
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
}
