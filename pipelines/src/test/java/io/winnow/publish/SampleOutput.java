package io.winnow.publish;

import io.winnow.run.RunInfo;
import java.time.LocalDate;
import java.util.List;

/** Publishes {@link SampleRun}s for the tests of other packages. */
public final class SampleOutput {
  private SampleOutput() {}

  /** Two articles, a duplicate and a reject of each source. */
  public static void publish(LocalOutput output, String runId, long sequence, String... sources)
      throws Exception {
    SampleRun.of(runId, sources).withSequence(sequence).publish(output);
  }

  /** The same, but the duplicate repeats {@code original}, which {@code originalRun} published. */
  public static void publishCopyOf(
      LocalOutput output,
      String runId,
      long sequence,
      String source,
      String original,
      String originalRun)
      throws Exception {
    RunInfo run = new RunInfo(runId, LocalDate.of(2026, 2, 16), sequence);
    new SampleRun(run, List.of(source), original, originalRun).publish(output);
  }
}
