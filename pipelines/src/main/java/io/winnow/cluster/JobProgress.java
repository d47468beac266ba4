package io.winnow.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * How far a job on a cluster is.
 *
 * @param state the job's, as Flink names it
 * @param stage what it is doing, in words
 * @param files files whose reading has begun
 * @param pieces pieces that were cleaned
 * @param tasksDone tasks that ended well
 * @param tasks all tasks
 */
public record JobProgress(
    String state, String stage, long files, long pieces, int tasksDone, int tasks) {
  /** Steps, the last first, whose first record tells that a stage was reached. */
  private static final String[][] STAGES = {
    {"at Summarize/", "tagging and summarizing"},
    {"at Finish/Finish)", "finishing"},
    {"at Dedupe/", "comparing"},
    {"at Clean/Clean)", "cleaning"},
  };

  /** Nothing is known but what the client waits for. */
  static JobProgress waiting(String what) {
    return new JobProgress("", what, 0, 0, 0, 0);
  }

  /** What a job's page over REST says. */
  static JobProgress of(JsonNode job) {
    String state = job.path("state").asText();
    int tasks = 0;
    int done = 0;
    for (Map.Entry<String, JsonNode> status : job.path("status-counts").properties()) {
      // Vertices, which are fewer than tasks but end in the same order.
      tasks += status.getValue().asInt();
      done += status.getKey().equals("FINISHED") ? status.getValue().asInt() : 0;
    }
    String stage = state.equals("RUNNING") ? "reading" : state.toLowerCase(Locale.ROOT);
    for (String[] candidate : STAGES) {
      if (state.equals("RUNNING") && records(job, candidate[0], "read-records") > 0) {
        stage = candidate[1];
        break;
      }
    }
    return new JobProgress(
        state,
        stage,
        records(job, "at Split/ReadAndSplit)", "read-records"),
        records(job, "at Clean/Clean)", "write-records"),
        done,
        tasks);
  }

  private static long records(JsonNode job, String step, String metric) {
    long most = 0;
    for (JsonNode vertex : job.path("vertices")) {
      if (vertex.path("name").asText().contains(step)) {
        most = Math.max(most, vertex.path("metrics").path(metric).asLong());
      }
    }
    return most;
  }
}
