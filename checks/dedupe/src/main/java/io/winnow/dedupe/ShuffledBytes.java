package io.winnow.dedupe;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Sums what the tasks of a Flink in this process send to one another. */
public final class ShuffledBytes implements MetricReporter, MetricReporterFactory {
  private static final Map<Counter, String> SENT = new ConcurrentHashMap<>();

  /** Of all tasks so far. */
  static long sum() {
    return SENT.keySet().stream().mapToLong(Counter::getCount).sum();
  }

  /** The same by the name of the task. */
  static Map<String, Long> byTask() {
    Map<String, Long> tasks = new TreeMap<>();
    SENT.forEach((sent, task) -> tasks.merge(task, sent.getCount(), Long::sum));
    return tasks;
  }

  @Override
  public MetricReporter createMetricReporter(java.util.Properties properties) {
    return this;
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    // Those of operators count again what their task sends.
    boolean ofTask =
        group.getAllVariables().containsKey("<task_id>")
            && !group.getAllVariables().containsKey("<operator_id>");
    if (ofTask && name.equals("numBytesOut") && metric instanceof Counter sent) {
      SENT.put(sent, group.getAllVariables().get("<task_name>"));
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}
