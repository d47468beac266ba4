package io.winnow.publish;

import io.winnow.write.WrittenFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the driver knows once the job is done.
 *
 * @param files what the job wrote, from its receipt
 * @param inputs uris of the files that were matched; each must have come out in the ledger
 * @param history the runs it saw, with their sequences
 * @param options the options that bear on rows; no secrets
 * @param versions of Winnow (key {@code winnow}) and of what it is built on
 * @param metrics counters of the steps by name
 * @param started when the run began
 * @param seconds wall time by stage so far
 */
public record FinishedJob(
    List<WrittenFile> files,
    List<String> inputs,
    Map<String, Long> history,
    Map<String, String> options,
    Map<String, String> versions,
    Map<String, Long> metrics,
    Instant started,
    Map<String, Double> seconds) {
  public FinishedJob {
    files = List.copyOf(files);
    inputs = List.copyOf(inputs);
    history = Map.copyOf(history);
    options = Map.copyOf(options);
    versions = Map.copyOf(versions);
    metrics = Map.copyOf(metrics);
    seconds = Map.copyOf(seconds);
  }
}
