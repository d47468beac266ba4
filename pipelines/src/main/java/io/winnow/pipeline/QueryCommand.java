package io.winnow.pipeline;

import io.winnow.query.Query;
import io.winnow.query.QueryException;
import io.winnow.query.QueryFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow query}: SQL over everything that is published. */
@Command(
    name = "query",
    description = {
      "Answers SQL over everything that is published.",
      "Views: articles, duplicates, rejects, fingerprints, boilerplate, ledger, runs; members (of clusters, kept or"
          + " not), revisions (of articles at one URL) and stories (of several sources)."
    })
final class QueryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BucketOptions bucket = new BucketOptions();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder or s3://BUCKET/PREFIX that runs were published into.")
  private String output = "";

  @Option(
      names = "--format",
      paramLabel = "table|csv|jsonl",
      description = "How rows are printed; long text is cut in tables only. Default: table.")
  private QueryFormat format = QueryFormat.TABLE;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Widest table, in columns of the terminal. Default: the terminal's, else 120.")
  private int width = terminalWidth();

  @Parameters(paramLabel = "SQL", description = "One SELECT statement, as DuckDB understands it.")
  private String sql = "";

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Storage storage = bucket.storage(output);
    try {
      new Query(storage.output(output)).run(sql, format, width, out);
    } catch (QueryException e) {
      throw new UserError(ExitCode.USAGE, e.getMessage());
    } catch (IOException e) {
      throw storage.explained(e, output);
    }
    out.flush();
    return ExitCode.OK.code();
  }

  /** The launcher passes the terminal's width on. */
  private static int terminalWidth() {
    return Math.max(40, Integer.getInteger("winnow.columns", 120));
  }
}
