package io.winnow.bench;

import io.winnow.run.StageMeter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what stages took in and how long threads were busy with it, under the names that {@link
 * StageMeter} gives them in a pipeline. Safe for use by many threads.
 */
final class StageClock {
  private final Map<String, LongAdder> figures = new ConcurrentHashMap<>();

  /** A stage took in so many elements; they kept a thread busy since {@code startNanos}. */
  void elements(String stage, long count, long startNanos) {
    add(stage + StageMeter.IN, count);
    add(stage + StageMeter.BUSY, System.nanoTime() - startNanos);
  }

  private void add(String name, long more) {
    figures.computeIfAbsent(name, any -> new LongAdder()).add(more);
  }

  /** Elements and microseconds by name. */
  Map<String, Long> metrics() {
    Map<String, Long> metrics = new TreeMap<>();
    figures.forEach(
        (name, sum) ->
            metrics.put(name, name.endsWith(StageMeter.BUSY) ? sum.sum() / 1000 : sum.sum()));
    return metrics;
  }
}
