package io.winnow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.run.StageMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * One process on one corpus, measured.
 *
 * @param wallSeconds from its start to its end
 * @param process what it told of itself
 * @param jobSeconds of these, reading to Parquet; the rest is start-up, publishing and pages
 * @param spilledBytes most that lay in its temporary folder
 * @param writtenBytes size of the Parquet files that it published
 * @param busySeconds by stage, of all threads
 * @param stageCpuSeconds CPU time by stage; empty of a pipeline, which counts the clock alone
 * @param rows by dataset: how many, and their hash
 */
record Trial(
    double wallSeconds,
    ProcessFigures process,
    double jobSeconds,
    long spilledBytes,
    long writtenBytes,
    Map<String, Double> busySeconds,
    Map<String, Double> stageCpuSeconds,
    Map<String, String> rows) {

  double cpuSeconds() {
    return process.userSeconds() + process.systemSeconds();
  }

  /** Reads what a run has published. */
  static Trial of(double wallSeconds, ProcessFigures process, long spilledBytes, Path manifest)
      throws IOException {
    JsonNode json = new JsonMapper().readTree(manifest.toFile());
    Map<String, String> rows = new TreeMap<>();
    long written = 0;
    for (Map.Entry<String, JsonNode> dataset : json.get("datasets").properties()) {
      rows.put(
          dataset.getKey(),
          dataset.getValue().get("rows").asLong()
              + " "
              + dataset.getValue().get("rows_hash").asText());
      for (JsonNode file : dataset.getValue().get("files")) {
        written += file.get("bytes").asLong();
      }
    }
    return new Trial(
        wallSeconds,
        process,
        json.get("seconds").get("job").asDouble(),
        spilledBytes,
        written,
        seconds(json, StageMeter.BUSY),
        seconds(json, StageClock.CPU),
        rows);
  }

  private static Map<String, Double> seconds(JsonNode manifest, String suffix) {
    Map<String, Double> seconds = new TreeMap<>();
    for (Map.Entry<String, JsonNode> metric : manifest.get("metrics").properties()) {
      String name = metric.getKey();
      if (name.endsWith(suffix)) {
        seconds.put(
            name.substring(0, name.length() - suffix.length()), metric.getValue().asLong() / 1e6);
      }
    }
    return seconds;
  }
}
