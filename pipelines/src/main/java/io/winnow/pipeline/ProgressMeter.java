package io.winnow.pipeline;

import io.winnow.cluster.JobProgress;
import io.winnow.log.Event;
import io.winnow.run.StageMeter;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tells people how far a run is: one line that is rewritten on a terminal, a log line every half
 * minute elsewhere.
 */
final class ProgressMeter {
  private static final Duration LOG_EVERY = Duration.ofSeconds(30);
  private static final int WIDTH = 100;

  private final PrintStream terminal;
  private final boolean onTerminal;
  private final int files;
  private final long start;
  private Duration nextLog = LOG_EVERY;
  private String lastStage = "";

  /**
   * @param onTerminal whether {@code terminal} is one
   * @param files files to read
   * @param start {@link System#nanoTime} at the beginning of the run
   */
  ProgressMeter(PrintStream terminal, boolean onTerminal, int files, long start) {
    this.terminal = terminal;
    this.onTerminal = onTerminal;
    this.files = files;
    this.start = start;
  }

  /** A meter for standard error; the launcher says whether that is a terminal. */
  static ProgressMeter onStandardError(int files, long start) {
    return new ProgressMeter(System.err, Boolean.getBoolean("winnow.terminal"), files, start);
  }

  /** Shows what the workers of this process have done, if it is time to. */
  void show() {
    show(() -> state(StageMeter.live(), files));
  }

  /** Shows how far a job on a cluster is, if it is time to. */
  void show(JobProgress job) {
    show(() -> state(job, files));
  }

  private void show(Supplier<String> state) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    if (onTerminal) {
      terminal.print("\r" + padded(state.get() + " · " + clock(elapsed)));
      terminal.flush();
      return;
    }
    String now = state.get();
    changed(now.replaceFirst(" · .*", ""), elapsed);
    if (elapsed.compareTo(nextLog) >= 0) {
      Event.named("progress")
          .with("state", now)
          .with("elapsed_seconds", elapsed.toSeconds())
          .log(ProgressMeter.class);
      nextLog = nextLog.plus(LOG_EVERY);
    }
  }

  /** Names what is being done once the job has ended, such as publishing. */
  void stage(String stage) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    if (onTerminal) {
      terminal.print("\r" + padded(stage + " · " + clock(elapsed)));
      terminal.flush();
    } else {
      changed(stage, elapsed);
    }
  }

  private void changed(String stage, Duration elapsed) {
    if (!stage.equals(lastStage)) {
      Event.named("stage")
          .with("stage", stage)
          .with("elapsed_seconds", elapsed.toSeconds())
          .log(ProgressMeter.class);
      lastStage = stage;
    }
  }

  /** Clears the line. */
  void end() {
    if (onTerminal) {
      terminal.print("\r" + " ".repeat(WIDTH) + "\r");
      terminal.flush();
    }
  }

  static String state(JobProgress job, int files) {
    return job.tasks() == 0
        ? job.stage()
        : String.format(
            Locale.ROOT,
            "%s · files %,d/%,d · pieces %,d · steps %d/%d",
            job.stage(),
            Math.min(job.files(), files),
            files,
            job.pieces(),
            job.tasksDone(),
            job.tasks());
  }

  static String state(Map<String, Long> done, int files) {
    long read = done.getOrDefault("read:in", 0L);
    long pieces = done.getOrDefault("clean:in", 0L);
    long finished = done.getOrDefault("finish:in", 0L);
    long summarized = done.getOrDefault("summarize:in", 0L);
    long answers = done.getOrDefault("llm:in", 0L);
    if (answers > 0) {
      return String.format(
          Locale.ROOT, "asking the model · answers %,d · summarized %,d", answers, summarized);
    }
    String stage =
        summarized > 0
            ? "tagging and summarizing"
            : finished > 0 ? "finishing" : pieces > 0 ? "cleaning" : "reading";
    return String.format(
        Locale.ROOT,
        "%s · files %,d/%,d · pieces %,d · finished %,d",
        stage,
        read,
        files,
        pieces,
        finished);
  }

  static String clock(Duration elapsed) {
    long seconds = elapsed.toSeconds();
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static String padded(String line) {
    return line.length() >= WIDTH ? line : line + " ".repeat(WIDTH - line.length());
  }
}
