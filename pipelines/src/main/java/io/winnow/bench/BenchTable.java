package io.winnow.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The measurement of one corpus as a Markdown table: the run, its floor, and their ratio. */
final class BenchTable {
  private static final double MEGA = 1e6;

  private final Measurement measured;
  private final List<String[]> lines = new ArrayList<>();

  private BenchTable(Measurement measured) {
    this.measured = measured;
  }

  static String of(Measurement measured) {
    BenchTable table = new BenchTable(measured);
    table.fill();
    return table.text();
  }

  private void fill() {
    Corpus.Facts corpus = measured.corpus();
    line("wall s", 1, Trial::wallSeconds);
    line("wall s, reading to Parquet", 1, Trial::jobSeconds);
    line("CPU s", 1, Trial::cpuSeconds);
    line("CPU s, user", 1, trial -> trial.process().userSeconds());
    line("CPU s, system", 1, trial -> trial.process().systemSeconds());
    figure("MB a CPU s (per core)", 2, trial -> Measurement.megabytesPerCpuSecond(trial, corpus));
    figure("articles a CPU s (per core)", 0, trial -> corpus.articles() / trial.cpuSeconds());
    figure("MB/s by the clock", 2, trial -> corpus.bytes() / MEGA / trial.wallSeconds());
    line("peak RSS MB", 0, trial -> trial.process().peakBytes() / MEGA);
    figure("shuffled MB", 1, trial -> trial.process().shuffledBytes() / MEGA);
    figure("spilled MB", 1, trial -> trial.spilledBytes() / MEGA);
    figure("Parquet MB", 1, trial -> trial.writtenBytes() / MEGA);
    Timeline.PHASES.forEach(
        phase ->
            figure("from the start: " + phase + " s", 2, trial -> Timeline.seconds(trial, phase)));
    TreeSet<String> stages = new TreeSet<>(Comparator.comparing(BenchTable::place));
    measured.run().forEach(trial -> stages.addAll(trial.busySeconds().keySet()));
    for (String stage : stages) {
      line("busy s: " + stage, 1, trial -> trial.busySeconds().getOrDefault(stage, Double.NaN));
    }
  }

  private static String place(String stage) {
    int place =
        List.of(
                "plan",
                "read",
                "split",
                "mask",
                "clean",
                "dedupe",
                "recall",
                "stories",
                "finish",
                "tag",
                "summarize",
                "write")
            .indexOf(stage);
    return (char) ('a' + (place < 0 ? 25 : place)) + stage;
  }

  private void line(String name, int digits, ToDoubleFunction<Trial> figure) {
    add(name, digits, figure, number(measured.ratio(figure), 2));
  }

  /** A line whose ratio would say nothing. */
  private void figure(String name, int digits, ToDoubleFunction<Trial> figure) {
    add(name, digits, figure, "");
  }

  private void add(String name, int digits, ToDoubleFunction<Trial> figure, String ratio) {
    Double run = Measurement.median(measured.run(), figure);
    Double floor = Measurement.median(measured.floor(), figure);
    lines.add(new String[] {name, number(run, digits), number(floor, digits), ratio});
  }

  private static String number(@Nullable Double value, int digits) {
    return value == null || value.isNaN() || value.isInfinite()
        ? "-"
        : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private String text() {
    Corpus.Facts corpus = measured.corpus();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,.1f MB, %,d articles (%,d copies), %,d files; %d threads%s; medians of %d%n%n",
            corpus.bytes() / MEGA,
            corpus.articles(),
            corpus.copies(),
            corpus.files(),
            measured.parallelism(),
            measured.cores() == 0 ? "" : " on " + measured.cores() + " core(s)",
            measured.run().size()));
    int width = lines.stream().mapToInt(line -> line[0].length()).max().orElse(0);
    String form = "| %-" + width + "s | %10s | %10s | %9s |%n";
    text.append(String.format(Locale.ROOT, form, "", "run", "floor", "run/floor"));
    text.append("|")
        .append("-".repeat(width + 2))
        .append("|")
        .append("-".repeat(11))
        .append(":|")
        .append("-".repeat(11))
        .append(":|")
        .append("-".repeat(10))
        .append(":|\n");
    lines.forEach(line -> text.append(String.format(Locale.ROOT, form, (Object[]) line)));
    Double share = measured.shareMillis();
    if (share != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "%nBeam's own share: %.2f ms CPU an article; rows of all datasets are equal: %s%n",
              share,
              rows(measured.run().get(0).rows())));
    }
    return text.toString();
  }

  private static String rows(Map<String, String> rows) {
    List<String> counts = new ArrayList<>();
    rows.forEach((dataset, facts) -> counts.add(dataset + " " + facts.replaceFirst(" .*", "")));
    return String.join(", ", counts);
  }
}
