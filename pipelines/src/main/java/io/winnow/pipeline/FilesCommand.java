package io.winnow.pipeline;

import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.query.FileList;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow files}: which files are published, for other readers. */
@Command(
    name = "files",
    description = {
      "Prints the published files of a dataset, by the manifests, for readers such as DuckDB and Spark.",
      "Without --dataset, --format=ddl prints all views of `winnow query` for DuckDB, and spark the six datasets.",
      "The list is of one moment: print it again after the next run."
    })
final class FilesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BucketOptions bucket = new BucketOptions();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder or s3://BUCKET/PREFIX that runs were published into.")
  private String output = "";

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "One of articles, duplicates, rejects, fingerprints, boilerplate, ledger.")
  private @Nullable String dataset;

  @Option(names = "--run", paramLabel = "ID", description = "Of one run only. Default: all runs.")
  private @Nullable String run;

  @Option(
      names = "--format",
      paramLabel = "paths|ddl|spark",
      defaultValue = "paths",
      description =
          "paths prints one a line; ddl a CREATE VIEW for DuckDB; spark one for Spark SQL."
              + " Default: ${DEFAULT-VALUE}.")
  private String format = "paths";

  @Override
  public Integer call() throws Exception {
    List<String> problems = new ArrayList<>();
    List<Dataset<?>> chosen =
        Dataset.all().stream()
            .filter(it -> dataset == null || it.name().equals(dataset))
            .<Dataset<?>>map(it -> it)
            .toList();
    if (chosen.isEmpty()) {
      problems.add("--dataset must be one of " + names() + "; was: " + dataset);
    }
    if (dataset == null && format.equals("paths")) {
      problems.add("--format=paths needs --dataset, one of " + names());
    }
    if (!List.of("paths", "ddl", "spark").contains(format)) {
      problems.add("--format must be paths, ddl or spark; was: " + format);
    }
    UserError.throwIfAny(problems);
    Storage storage = bucket.storage(output);
    try {
      print(storage.output(output), chosen);
    } catch (IOException e) {
      throw storage.explained(e, output);
    }
    return ExitCode.OK.code();
  }

  private void print(OutputStore store, List<Dataset<?>> chosen) throws IOException {
    List<PublishedRun> runs = PublishedRuns.read(store).all();
    if (runs.isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, "nothing is published in " + output);
    }
    List<PublishedRun> wanted =
        runs.stream().filter(it -> run == null || run.equals(it.manifest().runId())).toList();
    if (wanted.isEmpty()) {
      throw new UserError(
          ExitCode.NO_INPUT,
          "no run "
              + run
              + " is published in "
              + output
              + "; the last one is "
              + runs.get(runs.size() - 1).manifest().runId());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (dataset == null && format.equals("ddl")) {
      out.println(FileList.duckDbViews(wanted));
    } else {
      chosen.forEach(each -> print(FileList.of(each, wanted), out));
    }
    out.flush();
  }

  private void print(FileList files, PrintWriter out) {
    switch (format) {
      case "ddl" -> out.println(files.duckDb());
      case "spark" -> out.println(files.spark());
      default -> files.paths().forEach(out::println);
    }
  }

  private static String names() {
    return Dataset.all().stream().map(Dataset::name).collect(Collectors.joining(", "));
  }
}
