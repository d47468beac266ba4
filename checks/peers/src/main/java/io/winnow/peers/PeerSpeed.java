package io.winnow.peers;

import io.winnow.clean.CpuTime;
import io.winnow.clean.ExtractBench;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Prints how long Winnow and its peers take for the same bytes, in milliseconds of CPU.
 *
 * <p>Arguments: a folder of pages (.html); folders of texts (.jsonl) in several languages, and in
 * English alone.
 */
public final class PeerSpeed {
  private static final String[][] ROWS = {
    {"main content of a page", "WINNOW", "readability4j", "READABILITY4J"},
    {"main content of a page", "WINNOW", "boilerpipe", "BOILERPIPE"},
    {"fingerprints", "fingerprintsWinnow", "MinHash, 128 permutations", "fingerprintsMinHash"},
    {"keywords, English", "keywordsWinnow", "RAKE", "keywordsRake"},
    {"Parquet, rows hashed as well", "parquetWinnow", "parquet-avro alone", "parquetAvro"}
  };

  private PeerSpeed() {}

  public static void main(String[] args) throws RunnerException {
    Map<String, Double> millis = new LinkedHashMap<>();
    OptionsBuilder extract = new OptionsBuilder();
    extract.include(ExtractBench.class.getName()).param("pages", path(args[0]));
    extract.param("extractor", "WINNOW", "READABILITY4J", "BOILERPIPE");
    run(extract, millis);
    OptionsBuilder all = new OptionsBuilder();
    all.include(PeerBench.class.getName() + "\\.(fingerprints|parquet)")
        .param("texts", path(args[1]));
    run(all, millis);
    OptionsBuilder english = new OptionsBuilder();
    english.include(PeerBench.class.getName() + "\\.keywords").param("texts", path(args[2]));
    run(english, millis);
    System.out.println("\n| step | Winnow, CPU ms | peer | CPU ms | times as fast |");
    System.out.println("|---|--:|---|--:|--:|");
    for (String[] row : ROWS) {
      double ours = millis.get(row[1]);
      double theirs = millis.get(row[3]);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %s | %.0f | %.2f |%n",
          row[0],
          ours,
          row[2],
          theirs,
          theirs / ours);
    }
  }

  private static String path(String folder) {
    return Path.of(folder).toAbsolutePath().toString();
  }

  private static void run(OptionsBuilder options, Map<String, Double> millis)
      throws RunnerException {
    options.addProfiler(CpuTime.class).shouldFailOnError(true);
    for (RunResult result : new Runner(options.build()).run()) {
      String extractor = result.getParams().getParam("extractor");
      millis.put(
          extractor == null ? result.getPrimaryResult().getLabel() : extractor,
          // The median: a pass in which something else was compiled or moved counts no more.
          result.getSecondaryResults().get(CpuTime.MILLIS).getStatistics().getPercentile(50));
    }
  }
}
