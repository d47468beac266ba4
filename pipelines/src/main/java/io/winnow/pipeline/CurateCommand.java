package io.winnow.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code winnow curate}: the whole line, from dumps to published datasets and digests. */
@Command(
    name = "curate",
    description = "Turns dumps into published articles, datasets and digests.",
    footer = {
      "",
      "Other --options are Beam's and Flink's, such as --flinkMaster=HOST:PORT for a cluster.",
      "@FILE reads options from a file: see runner-configs/.",
      "",
      "The last line on standard output is: published run=ID files=N articles=N duplicates=N rejects=N"
    })
final class CurateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CurateOptions options;
  @Unmatched private List<String> others = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Storage.refuseCredentials(others);
    Logging.mask(options.privacy.masker());
    List<String> problems = new ArrayList<>();
    ParseResult parsed = spec.commandLine().getParseResult();
    parsed.errors().forEach(error -> problems.add(error.getMessage()));
    problems.addAll(options.problems());
    problems.addAll(Storage.problems(options.output));
    problems.addAll(RunnerOptions.problems(others));
    if (options.runner.equals("FlinkRunner")) {
      problems.addAll(FlinkTarget.of(others).problems());
    }
    UserError.throwIfAny(problems);
    return CurateRun.of(options, others, spec.commandLine().getOut()).run().code();
  }
}
