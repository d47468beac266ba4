package io.winnow.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Sums what the tasks of a Flink in this process send to one another, as it is encoded. */
public final class ShuffledBytes implements MetricReporter, MetricReporterFactory {
  private static final Queue<Counter> SENT = new ConcurrentLinkedQueue<>();

  /** Of all tasks so far. */
  static long sum() {
    return SENT.stream().mapToLong(Counter::getCount).sum();
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
      SENT.add(sent);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}
