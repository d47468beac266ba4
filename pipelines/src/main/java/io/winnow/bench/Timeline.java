package io.winnow.bench;

import java.util.List;
import java.util.Map;

/** The phases of a process one after the other, told by what it logs. */
final class Timeline {
  /** JVM, options and history, the plan, the runner, the work, publishing, pages, the end. */
  static final List<String> PHASES =
      List.of("JVM", "options", "pipeline", "runner", "job", "publish", "pages", "exit");

  private static final List<String> ENDS =
      List.of(
          "",
          "run-started",
          "job-submitted",
          Measured.FIRST_ELEMENT,
          "job-finished",
          "stage rendering digests",
          "published",
          "");

  private Timeline() {}

  /** Seconds of a phase; not a number where the process has none such. */
  static double seconds(Trial trial, String phase) {
    int number = PHASES.indexOf(phase);
    double to = end(trial, number);
    double from = Double.NaN;
    for (int before = number - 1; before >= 0 && Double.isNaN(from); before--) {
      from = end(trial, before);
    }
    return number == 0 ? to : to - from;
  }

  private static double end(Trial trial, int number) {
    Map<String, Double> events = trial.process().events();
    if (number == 0) {
      return trial.process().jvmSeconds();
    }
    return number == PHASES.size() - 1
        ? trial.wallSeconds()
        : events.getOrDefault(ENDS.get(number), Double.NaN);
  }
}
