package io.winnow.pipeline;

import io.winnow.cluster.ClusterException;
import io.winnow.form.NewerFormException;
import io.winnow.log.Event;
import io.winnow.privacy.PersonalDataMasker;
import io.winnow.publish.PublishException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
    name = "winnow",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Turns raw article dumps into a clean, deduplicated, tagged and summarized Parquet corpus and"
            + " Markdown digests.",
    subcommands = {
      CurateCommand.class,
      DigestCommand.class,
      QueryCommand.class,
      CompactCommand.class,
      ExpireCommand.class,
      ExplainCommand.class,
      FilesCommand.class,
      FloorCommand.class,
      ForgetCommand.class,
      InspectCommand.class,
      RefingerprintCommand.class,
      ReplayCommand.class,
      TrainCommand.class,
      BenchCommand.class,
      PackageCommand.class,
      PrepareCommand.class,
      VersionCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 published or done; 1 the run failed; 2 wrong usage or configuration; 3 no file matched;",
      "4 a quality gate or the ledger refused to publish; 5 another run holds the output."
    })
public final class Winnow {
  /** What a terminal obeys, but for tabs and the ends of lines. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

  private Winnow() {}

  /**
   * The entry point for {@code flink run}, which needs a main that does not end its process.
   *
   * @throws IllegalStateException with the exit code when the command did not end with 0
   */
  public static void main(String[] args) {
    new Logging();
    int code = run(args);
    if (code != ExitCode.OK.code()) {
      throw new IllegalStateException("winnow ended with exit code " + code);
    }
  }

  /**
   * Runs one command and tells its exit code; messages go to standard error, results to standard
   * output.
   */
  public static int run(String... args) {
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    Logging.mask(PersonalDataMasker.NONE);
    CommandLine line =
        new CommandLine(new Winnow())
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .setUsageHelpAutoWidth(true)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExpandAtFiles(true)
            // So that an option on the command line wins over that of a file before it.
            .setOverwrittenOptionsAllowed(true)
            .setParameterExceptionHandler(Winnow::explainUsage)
            .setExecutionExceptionHandler(Winnow::explainFailure);
    // So that whoever mends a scheduled job is told all that is wrong with it at once.
    for (String command : List.of("curate", "replay")) {
      line.getSubcommands().get(command).getCommandSpec().parser().collectErrors(true);
    }
    ReplayCommand.adapt(line.getSubcommands().get("replay").getCommandSpec());
    if (!Logging.problem().isEmpty()) {
      return failed(line, ExitCode.USAGE.code(), Logging.problem(), null);
    }
    if (args.length == 0) {
      line.usage(line.getErr());
      return ExitCode.USAGE.code();
    }
    return line.execute(
        Arrays.stream(args).map(Winnow::withoutLeadingComment).toArray(String[]::new));
  }

  /** SQL that begins with a comment is no option, though it begins with two hyphens. */
  private static String withoutLeadingComment(String arg) {
    return arg.startsWith("-- ") ? "\n" + arg : arg;
  }

  @Option(
      names = "--logFormat",
      scope = ScopeType.INHERIT,
      paramLabel = "text|json",
      description =
          "Form of the log on standard error; WINNOW_LOG_FORMAT sets it too. Default: text, and on a terminal without"
              + " the events.")
  private void logFormat(Logging.Format format) {
    Logging.use(format);
  }

  private static int explainUsage(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    failed(line, ExitCode.USAGE.code(), e.getMessage(), null);
    if (Logging.isJson()) {
      return ExitCode.USAGE.code();
    }
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  private static int explainFailure(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    if (e instanceof PublishException refused) {
      return failed(line, refused.exitCode(), refused.getMessage(), null);
    }
    if (e instanceof ClusterException lost) {
      return failed(line, ExitCode.FAILED.code(), lost.getMessage(), null);
    }
    if (e instanceof UserError mistake) {
      return failed(line, mistake.exit().code(), mistake.getMessage(), null);
    }
    Throwable root = root(e);
    if (root instanceof NewerFormException newer) {
      return failed(line, ExitCode.USAGE.code(), newer.getMessage(), null);
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return failed(line, ExitCode.FAILED.code(), "failed: " + message, e);
  }

  /** Tells people, and whoever reads the log, once in each form; a stack trace is for surprises. */
  private static int failed(
      CommandLine line, int exit, String message, @Nullable Throwable surprise) {
    Event.named("failed")
        .with("command", line.getCommandName())
        .with("exit", exit)
        .with("message", message)
        .log(Winnow.class, Level.SEVERE, surprise);
    if (!Logging.isJson()) {
      // It may quote titles and addresses of a dump.
      String quoted = CONTROLS.matcher(Logging.masked(message)).replaceAll("\uFFFD");
      line.getErr().println("winnow: " + quoted);
    }
    return exit;
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
