package io.winnow.pipeline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code winnow prepare}: the launcher does it; here it is documented. */
@Command(
    name = "prepare",
    description = {
      "Makes commands start faster: keeps the classes that a rehearsal loads as this JVM has them in memory,"
          + " beside the program or, where that is read-only, in $XDG_CACHE_HOME/winnow (~/.cache/winnow). Takes half a"
          + " minute and 150 MB.",
      "Never needed: without it, or after another JVM was installed, everything runs as always. Give it once after"
          + " unpacking an archive and after a change of the JVM."
    },
    footer = {"", "The last line on standard output is: prepared FILE"})
final class PrepareCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UserError(ExitCode.USAGE, "prepare is a command of the launcher script, winnow");
  }
}
