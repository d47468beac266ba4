package io.winnow.page;

import io.winnow.page.RunFacts.Timings;
import io.winnow.page.RunFacts.Timings.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says where the time went. */
final class TimeChapter {
  private TimeChapter() {}

  static void write(MarkdownWriter page, Timings timings) {
    List<Inline> lines = new ArrayList<>();
    if (!timings.wall().isEmpty()) {
      lines.add(Inline.text("By the clock: " + stages(timings.wall()) + "."));
    }
    if (!timings.busy().isEmpty()) {
      lines.add(
          Inline.text("Busy thread-seconds, waiting left out: " + stages(timings.busy()) + "."));
    }
    if (!lines.isEmpty()) {
      page.heading(2, Inline.text("Time"));
      page.bullets(lines);
    }
  }

  private static String stages(List<Stage> stages) {
    return stages.stream()
            .map(stage -> stage.name() + " " + Figures.seconds(stage.seconds()) + " s")
            .collect(Collectors.joining(", "))
        + "; together "
        + Figures.seconds(stages.stream().mapToDouble(Stage::seconds).sum())
        + " s";
  }
}
