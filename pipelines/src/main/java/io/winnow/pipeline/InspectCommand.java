package io.winnow.pipeline;

import io.winnow.clean.ArticleCleaner;
import io.winnow.clean.BoilerplateRules;
import io.winnow.clean.CleanSpec;
import io.winnow.read.BeamFiles;
import io.winnow.read.DumpReader;
import io.winnow.read.FileMatcher;
import io.winnow.read.MatchedFiles;
import io.winnow.read.SourceFile;
import io.winnow.record.JsonMapping;
import io.winnow.run.RunInfo;
import io.winnow.split.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow inspect}: how one dump would be read, split and cleaned; writes nothing. */
@Command(
    name = "inspect",
    description = "Shows how a dump would be split and cleaned, and why; writes nothing.")
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dumps, folders or globs.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|jsonl",
      defaultValue = "text",
      description =
          "jsonl writes a line for each file or archive member, with every detector's score (decision \"split\"), then"
              + " one for each piece: file, record (its position in the dump, from 0), start_line, end_line, decision"
              + " (article or reject), cues, title and more. Default: ${DEFAULT-VALUE}.")
  private String format = "text";

  @Option(
      names = "--fields",
      paramLabel = "FILE",
      description = "YAML file of the names of record fields, as for curate.")
  private @Nullable Path fields;

  @Option(
      names = "--limits",
      paramLabel = "FILE",
      description = "YAML file of caps on hostile input, as for curate.")
  private @Nullable Path limits;

  @Option(
      names = "--quality",
      paramLabel = "default|none|FILE",
      defaultValue = "default",
      description = "Quality thresholds, as for curate. Default: ${DEFAULT-VALUE}.")
  private String quality = "default";

  @Override
  public Integer call() throws Exception {
    if (!List.of("text", "jsonl").contains(format)) {
      throw new UserError(ExitCode.USAGE, "--format must be text or jsonl; was: " + format);
    }
    Storage storage = Storage.of(List.of(), files);
    try {
      return inspect(FileMatcher.match(files));
    } catch (IOException e) {
      throw storage.explained(e, files.get(0));
    }
  }

  private int inspect(MatchedFiles matched) throws IOException {
    if (matched.files().isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, "no file matches " + String.join(" ", files));
    }
    Limits caps = configured(() -> Limits.of(readable("--limits", limits)));
    JsonMapping mapping =
        new JsonMapping(
            configured(() -> Configuration.fields(readable("--fields", fields))),
            caps.maxJsonNesting());
    RunInfo today = new RunInfo("inspect", LocalDate.now(ZoneOffset.UTC), 1);
    DumpReader reader = new DumpReader(caps.read(), mapping);
    Splitter splitter = new Splitter(today, mapping);
    ArticleCleaner cleaner =
        new ArticleCleaner(
            new CleanSpec(
                BoilerplateRules.defaults(),
                false,
                caps.maxHtmlDepth(),
                caps.maxHtmlTags(),
                configured(() -> Configuration.quality(qualityChoice()))),
            today);
    PrintWriter out = spec.commandLine().getOut();
    InspectFormat printed = format.equals("jsonl") ? new InspectJson(out) : new InspectText(out);
    for (SourceFile file : matched.files()) {
      reader.read(
          file,
          new BeamFiles(),
          dump -> printed.print(InspectedDump.of(dump, splitter, cleaner, mapping)));
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private String qualityChoice() {
    if (!List.of("default", "none").contains(quality)) {
      readable("--quality", Path.of(quality));
    }
    return quality;
  }

  private static @Nullable Path readable(String option, @Nullable Path file) {
    if (file != null && !Files.isReadable(file)) {
      throw new UserError(ExitCode.USAGE, option + ": cannot read " + file);
    }
    return file;
  }

  /** Reads a file that configures. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  /** What a file configures; every problem of it is one of usage. */
  private static <T> T configured(Reading<T> file) throws IOException {
    try {
      return file.read();
    } catch (IllegalArgumentException problems) {
      throw new UserError(ExitCode.USAGE, problems.getMessage());
    }
  }
}
