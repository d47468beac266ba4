package io.winnow.pipeline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow bench-floor}: what {@code curate} does, without Beam; {@code bench} starts it. */
@Command(
    name = "bench-floor",
    hidden = true,
    description = "Does what curate does in a loop, without Beam: for bench to compare with.")
final class FloorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CurateOptions options;

  @Override
  public Integer call() throws Exception {
    UserError.throwIfAny(options.problems());
    return CurateRun.floorOf(options, spec.commandLine().getOut()).run().code();
  }
}
