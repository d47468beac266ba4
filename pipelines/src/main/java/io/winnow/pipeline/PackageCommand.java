package io.winnow.pipeline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code winnow package}: the launcher does it where the sources are; here it is documented. */
@Command(
    name = "package",
    description = {
      "Builds winnow-VERSION.tar.gz, which needs a JRE 17 and nothing else: no Maven, no network.",
      "All is built anew from the sources; the same sources and JDK give the same bytes."
    },
    footer = {"", "The last line on standard output is: packaged FILE bytes=N sha256=HEX"})
final class PackageCommand implements Callable<Integer> {
  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The file to write. Default: winnow-VERSION.tar.gz in the current folder.")
  private String output = "";

  @Option(names = "--hdfs", description = "With HDFS for inputs and outputs. Default: without.")
  private boolean hdfs;

  @Override
  public Integer call() {
    throw new UserError(
        ExitCode.USAGE, "package needs the sources: run it in a clone of the repository");
  }
}
