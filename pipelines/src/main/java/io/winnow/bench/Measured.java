package io.winnow.bench;

import io.winnow.log.EventRecord;
import io.winnow.pipeline.Winnow;
import io.winnow.run.StageMeter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A command in a process that tells, when it ends, what it has taken: {@link ProcessFigures}. */
public final class Measured {
  /** Property that names the file to tell it in. */
  static final String FILE = "winnow.bench.figures";

  /** Property with the time at which the parent started this process, in milliseconds. */
  static final String STARTED = "winnow.bench.started";

  /** Event of the first element that a stage took in: what runs the job is up. */
  static final String FIRST_ELEMENT = "first-element";

  /** Clock ticks of the kernel in a second, as every Linux shows them. */
  private static final double TICKS = 100;

  private static final long LOOK_MILLIS = 20;

  private static final Map<String, Double> EVENTS = new ConcurrentSkipListMap<>();

  /** Loggers are held weakly. */
  private static final Logger WINNOW = Logger.getLogger("io.winnow");

  private Measured() {}

  public static void main(String[] args) {
    double jvm = sinceStart();
    Path file = Path.of(System.getProperty(FILE));
    WINNOW.addHandler(new EventTimes());
    Thread watch = new Thread(Measured::awaitFirstElement, "bench-watch");
    watch.setDaemon(true);
    watch.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(jvm, file), "bench-figures"));
    System.exit(Winnow.run(args));
  }

  /** Lines for the configuration of a Flink in this process; none where nothing is measured. */
  public static List<String> flinkConfiguration() {
    return System.getProperty(FILE) == null
        ? List.of()
        : List.of(
            "metrics.reporters: bench",
            "metrics.reporter.bench.factory.class: " + ShuffledBytes.class.getName());
  }

  private static void tell(double jvm, Path file) {
    try {
      String[] stat =
          Files.readString(Path.of("/proc/self/stat")).replaceFirst(".*\\) ", "").split(" ");
      new ProcessFigures(
              Long.parseLong(stat[11]) / TICKS,
              Long.parseLong(stat[12]) / TICKS,
              peakBytes(),
              ShuffledBytes.sum(),
              jvm,
              EVENTS)
          .write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long peakBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  private static void awaitFirstElement() {
    try {
      while (StageMeter.live().isEmpty()) {
        Thread.sleep(LOOK_MILLIS);
      }
      EVENTS.put(FIRST_ELEMENT, sinceStart());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seconds since this process was started; the parent's clock is finer than the kernel's. */
  private static double sinceStart() {
    return (System.currentTimeMillis() - Long.getLong(STARTED)) / 1000.0;
  }

  private static final class EventTimes extends Handler {
    @Override
    public void publish(LogRecord logged) {
      if (logged instanceof EventRecord event) {
        Object stage = event.fields().get("stage");
        EVENTS.putIfAbsent(stage == null ? event.name() : "stage " + stage, sinceStart());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
