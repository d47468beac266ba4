package io.winnow.pipeline;

import io.winnow.query.Query;
import io.winnow.query.QueryException;
import io.winnow.query.QueryFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
      "Views: articles, duplicates, rejects, pieces (all three), runs, ledger, stories (of several sources), members"
          + " (of clusters, kept or not), revisions (of articles at one URL), boilerplate, fingerprints.",
      "DESCRIBE articles tells the columns of one and what they mean; SHOW TABLES tells the views. Nothing is"
          + " written, and no other file is read."
    },
    footer = {
      "",
      "Examples:",
      "  winnow query --output=out \"SELECT site, count(*) FROM articles GROUP BY site ORDER BY 2 DESC\"",
      "  winnow query --output=out \"SELECT became, why FROM pieces WHERE title LIKE '%%kettle%%'\"",
      "  winnow query --output=out --format=csv - < monday.sql > monday.csv"
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

  @Parameters(
      paramLabel = "SQL",
      description =
          "One SELECT or DESCRIBE statement, as DuckDB understands it; - reads it from standard input.")
  private String sql = "";

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Storage storage = bucket.storage(output);
    try {
      new Query(storage.output(output)).run(statement(), format, width, new CheckedPrinting(out));
      CheckedPrinting.finish(out);
    } catch (CheckedPrinting.ReaderLeft e) {
      return ExitCode.OK.code();
    } catch (QueryException e) {
      throw new UserError(ExitCode.USAGE, e.getMessage());
    } catch (IOException e) {
      throw storage.explained(e, output);
    }
    return ExitCode.OK.code();
  }

  private String statement() throws IOException {
    return sql.equals("-")
        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "")
        : sql;
  }

  /** The launcher passes the terminal's width on. */
  private static int terminalWidth() {
    return Math.max(40, Integer.getInteger("winnow.columns", 120));
  }
}
