package io.winnow.clean;

import io.winnow.schema.Piece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Prints how many pages each extractor does in a second of CPU, and how many characters of plain
 * text are cleaned in one.
 *
 * <p>Arguments: a folder of pages (.html), then, by choice, a folder of dumps (.txt).
 */
public final class ExtractSpeed {
  private ExtractSpeed() {}

  public static void main(String[] args) throws IOException, RunnerException {
    Path pages = Path.of(args[0]);
    List<Piece> decoded =
        SplitFiles.of(pages, ".html").values().stream().flatMap(List::stream).toList();
    System.err.printf(Locale.ROOT, "%d pages, %d characters%n", decoded.size(), chars(decoded));
    OptionsBuilder extract = new OptionsBuilder();
    extract.include(ExtractBench.class.getName()).param("pages", pages.toString());
    if (System.getProperty("extractors") != null) {
      extract.param("extractor", System.getProperty("extractors").split(","));
    }
    Collection<RunResult> results = run(extract);
    double readability = 0;
    for (RunResult result : results) {
      if (name(result).equals(Extractors.READABILITY4J.name())) {
        readability = middle(cpu(result));
      }
    }
    System.out.println("| extractor | CPU ms for all | ± | pages per CPU s | to readability4j |");
    System.out.println("|---|--:|--:|--:|--:|");
    for (RunResult result : results) {
      Statistics cpu = cpu(result);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.0f | %.0f | %.2f |%n",
          name(result).toLowerCase(Locale.ROOT),
          middle(cpu),
          cpu.getStandardDeviation(),
          decoded.size() / middle(cpu) * 1000,
          readability / middle(cpu));
    }
    if (args.length > 1) {
      plain(Path.of(args[1]));
    }
  }

  private static void plain(Path dumps) throws IOException, RunnerException {
    List<Piece> pieces =
        SplitFiles.of(dumps, ".txt").values().stream().flatMap(List::stream).toList();
    OptionsBuilder clean = new OptionsBuilder();
    clean.include(PlainBench.class.getName()).param("dumps", dumps.toString());
    Statistics cpu = cpu(run(clean).iterator().next());
    System.out.printf(
        Locale.ROOT,
        "%nplain text: %d pieces, %d characters, %.0f ± %.0f CPU ms, %.2f million characters per"
            + " CPU s%n",
        pieces.size(),
        chars(pieces),
        middle(cpu),
        cpu.getStandardDeviation(),
        chars(pieces) / middle(cpu) / 1000);
  }

  private static Collection<RunResult> run(OptionsBuilder options) throws RunnerException {
    options.addProfiler(CpuTime.class).shouldFailOnError(true);
    return new Runner(options.build()).run();
  }

  private static String name(RunResult result) {
    return result.getParams().getParam("extractor");
  }

  private static Statistics cpu(RunResult result) {
    return result.getSecondaryResults().get(CpuTime.MILLIS).getStatistics();
  }

  /** The median: a pass in which something else was compiled or moved counts no more. */
  private static double middle(Statistics cpu) {
    return cpu.getPercentile(50);
  }

  private static long chars(List<Piece> pieces) {
    return pieces.stream().mapToLong(piece -> piece.getText().length()).sum();
  }
}
