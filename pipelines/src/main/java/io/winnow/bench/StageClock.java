package io.winnow.bench;

import io.winnow.run.StageMeter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what stages took in, how long threads were busy with it, and how much CPU they had, under
 * the names that {@link StageMeter} gives them in a pipeline. Safe for use by many threads.
 */
final class StageClock {
  /**
   * Suffix of the metric that counts microseconds of CPU: on a busy machine the clock says less.
   */
  static final String CPU = ":cpu-micros";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<String, LongAdder> figures = new ConcurrentHashMap<>();

  /** What a thread had when it began with something. */
  record Begin(long nanos, long cpuNanos) {}

  Begin begin() {
    return new Begin(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
  }

  /** A stage took in so many elements; they kept this thread busy since {@code begin}. */
  void elements(String stage, long count, Begin begin) {
    add(stage + StageMeter.IN, count);
    add(stage + StageMeter.BUSY, System.nanoTime() - begin.nanos);
    add(stage + CPU, THREADS.getCurrentThreadCpuTime() - begin.cpuNanos);
  }

  private void add(String name, long more) {
    figures.computeIfAbsent(name, any -> new LongAdder()).add(more);
  }

  /** Elements and microseconds by name. */
  Map<String, Long> metrics() {
    Map<String, Long> metrics = new TreeMap<>();
    figures.forEach(
        (name, sum) ->
            metrics.put(name, name.endsWith(StageMeter.IN) ? sum.sum() : sum.sum() / 1000));
    return metrics;
  }
}
