package io.winnow.dedupe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Predicts the clusters of a labelled set with the default configuration, for an evaluator to
 * score.
 *
 * <p>Arguments: a gzipped JSON Lines file of {@code {"id", "text"}}, and the file to write, JSON
 * Lines of {@code {"id", "cluster"}}. With a third argument, how often to make the fingerprints, it
 * prints how many a second of CPU time makes, in each round.
 */
final class PredictClusters {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PredictClusters() {}

  public static void main(String[] args) throws IOException {
    List<Drafts> documents;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(args[0]))),
                StandardCharsets.UTF_8))) {
      documents = lines.lines().map(PredictClusters::document).toList();
    }
    for (int round = 0; args.length > 2 && round < Integer.parseInt(args[2]); round++) {
      measure(documents.stream().map(Drafts::draft).toList());
    }
    List<Fingerprint> fingerprints = documents.stream().map(Drafts::today).toList();
    List<Verdict> verdicts =
        new Clusters(DedupeSpec.defaults(), Drafts.RUN.sequence()).decide(fingerprints);
    try (PrintStream out = new PrintStream(args[1], StandardCharsets.UTF_8)) {
      for (Verdict verdict : verdicts) {
        out.println(
            JSON.createObjectNode()
                .put("id", verdict.getId())
                .put("cluster", verdict.getClusterId()));
      }
    }
  }

  private static void measure(List<Draft> drafts) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long chars = 0;
    for (Draft draft : drafts) {
      chars += Fingerprints.of(draft, Drafts.RUN).getChars();
    }
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d documents of %d characters: %.0f a CPU second%n",
        drafts.size(),
        chars / drafts.size(),
        drafts.size() / seconds);
  }

  private static Drafts document(String line) {
    try {
      JsonNode row = JSON.readTree(line);
      return Drafts.article(row.get("id").asText(), row.get("text").asText());
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + line, e);
    }
  }
}
