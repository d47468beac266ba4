package io.winnow.pipeline;

import io.winnow.clean.ArticleCleaner;
import io.winnow.clean.CleanSpec;
import io.winnow.read.BeamFiles;
import io.winnow.read.DumpReader;
import io.winnow.read.FileMatcher;
import io.winnow.read.MatchedFiles;
import io.winnow.read.ReadSpec;
import io.winnow.read.SourceFile;
import io.winnow.run.RunInfo;
import io.winnow.split.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
  /** A date that no output carries: rows made here are never written. */
  private static final RunInfo NO_RUN = new RunInfo("inspect", LocalDate.EPOCH, 1);

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
    DumpReader reader = new DumpReader(ReadSpec.defaults());
    Splitter splitter = new Splitter(NO_RUN);
    ArticleCleaner cleaner = new ArticleCleaner(CleanSpec.defaults(), NO_RUN);
    PrintWriter out = spec.commandLine().getOut();
    InspectFormat printed = format.equals("jsonl") ? new InspectJson(out) : new InspectText(out);
    for (SourceFile file : matched.files()) {
      reader.read(
          file, new BeamFiles(), dump -> printed.print(InspectedDump.of(dump, splitter, cleaner)));
    }
    out.flush();
    return ExitCode.OK.code();
  }
}
