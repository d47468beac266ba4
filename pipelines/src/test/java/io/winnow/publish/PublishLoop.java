package io.winnow.publish;

import io.winnow.run.RunInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that publishes run after run, to be killed or to be raced with: {@code OUTPUT RUNS
 * ROUNDS NAME}. It cycles through as many run ids as {@code RUNS}, with other rows each time, and
 * rewrites a published run before each.
 */
final class PublishLoop {
  private static final Duration WAIT = Duration.ofMinutes(1);

  private PublishLoop() {}

  public static void main(String[] args) throws Exception {
    LocalOutput output = LocalOutput.at(Path.of(args[0]));
    int runs = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    for (int round = 0; round < rounds; round++) {
      publish(output, args[3] + round % runs, round);
    }
  }

  static Manifest publish(LocalOutput output, String runId, int round) throws Exception {
    output.prepare();
    try (Lease lease = Lease.acquire(output, runId, WAIT)) {
      System.out.println("begun " + round);
      rewriteFirst(output, lease);
      History history = PublishedRuns.read(output).historyFor(runId);
      SampleRun run =
          new SampleRun(
              new RunInfo(runId, LocalDate.of(2026, 2, 16), history.sequence()), sources(round));
      try (Staging staging = Staging.begin(output, lease, run.run())) {
        return new Publisher(output, lease, List.of(), Pages.none())
            .publish(staging, run.job(staging));
      }
    }
  }

  private static void rewriteFirst(LocalOutput output, Lease lease) throws Exception {
    List<PublishedRun> published = PublishedRuns.read(output).all();
    if (!published.isEmpty()) {
      try (RunRewrite rewrite = FingerprintRebuild.stage(output, published.get(0), "test")) {
        rewrite.publish(lease);
      }
    }
  }

  private static List<String> sources(int round) {
    List<String> sources = new ArrayList<>();
    for (int i = 0; i <= round % 5; i++) {
      sources.add("round-" + round + "-" + i);
    }
    return sources;
  }
}
