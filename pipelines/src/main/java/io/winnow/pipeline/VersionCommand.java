package io.winnow.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow version}: tells what is installed, without reading anything. */
@Command(
    name = "version",
    description = {
      "Prints the versions of Winnow, Beam, Flink and Java, and of what is written: the schema of the datasets,"
          + " manifests, fingerprints.",
      "An output of a newer schema or manifest needs a newer Winnow; of other fingerprints, winnow refingerprint."
    })
final class VersionCommand implements Callable<Integer> {
  /** How the versions are printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "A version a line, or one object of strings. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      ObjectNode versions = new ObjectMapper().createObjectNode();
      Version.table()
          .forEach((name, version) -> versions.put(name.toLowerCase(Locale.ROOT), version));
      out.println(versions);
    } else {
      List.of(new Version().getVersion()).forEach(out::println);
    }
    return ExitCode.OK.code();
  }
}
