package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.clean.CpuTime;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Prints how many documents are fingerprinted in a second of CPU. Argument: folder of bulk-*. */
public final class FingerprintSpeed {
  private FingerprintSpeed() {}

  public static void main(String[] args) throws IOException, RunnerException {
    List<Draft> drafts = FingerprintBench.drafts(args[0]);
    double chars =
        drafts.stream()
            .mapToInt(draft -> draft.getArticle().getText().length())
            .average()
            .orElse(0);
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(FingerprintBench.class.getName())
        .param("data", args[0])
        .addProfiler(CpuTime.class)
        .shouldFailOnError(true);
    StringBuilder table = new StringBuilder();
    for (RunResult result : new Runner(options.build()).run()) {
      Statistics cpu = result.getSecondaryResults().get("cpu.ms").getStatistics();
      // The median: a pass in which something else was compiled or moved counts no more.
      double middle = cpu.getPercentile(50);
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %,.0f |%n",
              result.getPrimaryResult().getLabel(),
              1000 * middle / drafts.size(),
              1000 * drafts.size() / middle));
    }
    System.out.printf(
        Locale.ROOT,
        "%n%,d documents, %,.0f characters on average, hash of their fingerprints %x:%n%n",
        drafts.size(),
        chars,
        hash(drafts));
    System.out.println("| | CPU µs a document | documents per CPU s |\n|---|--:|--:|");
    System.out.print(table);
  }

  private static long hash(List<Draft> drafts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Draft draft : drafts) {
      AvroCoder.of(Fingerprint.class).encode(Fingerprints.of(draft, MadeDrafts.RUN), bytes);
    }
    return Hashing.komihash5_0().hashBytesToLong(bytes.toByteArray());
  }
}
