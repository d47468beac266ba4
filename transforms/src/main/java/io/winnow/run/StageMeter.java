package io.winnow.run;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * Counts what a stage took in and how long it was busy.
 *
 * <p>Each figure goes to Beam's metrics, under the same name on every runner, and to {@link
 * #live()}, which a driver in the same process can read while the job runs.
 */
public final class StageMeter implements Serializable {
  /** Namespace of all of Winnow's metrics. */
  public static final String NAMESPACE = "winnow";

  /** Suffix of the metric that counts microseconds of busy threads. */
  public static final String BUSY = ":busy-micros";

  /** Suffix of the metric that counts elements taken in. */
  public static final String IN = ":in";

  private static final Map<String, LongAdder> LIVE = new ConcurrentHashMap<>();
  private static final long serialVersionUID = 1;

  private final String stage;
  private final Counter busy;
  private final Counter in;

  private StageMeter(String stage) {
    this.stage = stage;
    this.busy = Metrics.counter(NAMESPACE, stage + BUSY);
    this.in = Metrics.counter(NAMESPACE, stage + IN);
  }

  /** The meter of a stage, by its name: read, clean, dedupe, tag, summarize, write. */
  public static StageMeter of(String stage) {
    return new StageMeter(stage);
  }

  /** One element was taken in; it kept a thread busy since {@code startNanos}. */
  public void element(long startNanos) {
    elements(1, startNanos);
  }

  /** So many elements were taken in together; they kept a thread busy since {@code startNanos}. */
  public void elements(int count, long startNanos) {
    in.inc(count);
    live(stage + IN).add(count);
    busySince(startNanos);
  }

  /**
   * A thread was busy since {@code startNanos} without taking in an element, as at the end of a
   * bundle.
   */
  public void busySince(long startNanos) {
    busy.inc((System.nanoTime() - startNanos) / 1000);
  }

  /** So many more of something, under {@code stage:what}. */
  public void count(String what, int more) {
    Metrics.counter(NAMESPACE, stage + ":" + what).inc(more);
  }

  /** What the stages of this process have taken in so far, by metric name. */
  public static Map<String, Long> live() {
    Map<String, Long> now = new TreeMap<>();
    LIVE.forEach((name, count) -> now.put(name, count.sum()));
    return now;
  }

  /** Forgets the live figures, before a run. */
  public static void reset() {
    LIVE.clear();
  }

  private static LongAdder live(String name) {
    return LIVE.computeIfAbsent(name, any -> new LongAdder());
  }
}
