package io.winnow.pipeline;

import io.winnow.explain.Explain;
import io.winnow.explain.GivenFiles;
import io.winnow.explain.Question;
import io.winnow.query.QueryException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow explain}: the whole history of one article, duplicate or reject. */
@Command(
    name = "explain",
    description = {
      "Tells the history of one article, duplicate or reject, from what is published alone: where it came from, how each"
          + " field was found, what was dropped, why it stopped or which article it repeats and by what figures, and"
          + " what other runs have of it. With two names: why they were joined, or why not.",
      "A name is an id or its first 6 or more digits, a URL in any of its forms (also of a link),"
          + " source_uri#ordinal, source_uri:LINE, or a source. Several matches are listed."
    },
    footer = {
      "",
      "Examples:",
      "  ./winnow explain --output=out 9b1deb4d3b",
      "  ./winnow explain --output=out 'https://m.example.org/a.html?utm_source=x'",
      "  ./winnow explain --output=out notes/2026.md:120      what became of that line",
      "  ./winnow explain --output=out 9b1deb4d3b 3fa85f64c1  why these two were joined, or not",
      "",
      "Exit codes: 0 explained or listed; 2 wrong usage; 3 nothing has that name, and the nearest are told."
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BucketOptions bucket = new BucketOptions();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder, s3://BUCKET/PREFIX or hdfs:// folder that runs were published into.")
  private String output = "";

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "Only pieces of this run. Default: all runs.")
  private @Nullable String run;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description =
          "The file that a run had as --taxonomy: without it, it cannot be told why tags were given.")
  private @Nullable Path taxonomy;

  @Option(
      names = "--sectionModel",
      paramLabel = "MODEL",
      description =
          "The model that a run had as --sectionModel: with it, the words are told that spoke for and against a"
              + " section.")
  private @Nullable Path sectionModel;

  @Option(
      names = "--quality",
      paramLabel = "FILE",
      description = "The file that a run had as --quality.")
  private @Nullable Path quality;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description =
          "text is for people; json one object, with an object for each section. Default: ${DEFAULT-VALUE}.")
  private String format = "text";

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Widest line, in columns of the terminal. Default: the terminal's, else 120.")
  private int width = Math.max(40, Integer.getInteger("winnow.columns", 120));

  @Parameters(
      arity = "1..2",
      paramLabel = "ID|URL|SOURCE",
      description = "What to explain, or two to compare.")
  private List<String> names = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    List<String> problems = new ArrayList<>();
    if (!List.of("text", "json").contains(format)) {
      problems.add("--format must be text or json; was: " + format);
    }
    if (width < 40) {
      problems.add("--width must be at least 40; was: " + width);
    }
    names.stream()
        .filter(String::isBlank)
        .forEach(name -> problems.add("name an id, a URL or a source"));
    UserError.throwIfAny(problems);
    GivenFiles files = ExplainFiles.read(taxonomy, quality, sectionModel);
    Storage storage = bucket.storage(output);
    PrintWriter out = spec.commandLine().getOut();
    try {
      Optional<String> problem =
          new Explain(storage.output(output), SeniorityOptions::of, files)
              .write(
                  names.stream().map(Question::of).toList(),
                  run,
                  format.equals("json") ? 0 : width,
                  out);
      if (problem.isPresent()) {
        throw new UserError(ExitCode.NO_INPUT, problem.get());
      }
    } catch (QueryException e) {
      throw new UserError(ExitCode.USAGE, e.getMessage());
    } catch (IOException e) {
      throw storage.explained(e, output);
    }
    out.flush();
    return ExitCode.OK.code();
  }
}
