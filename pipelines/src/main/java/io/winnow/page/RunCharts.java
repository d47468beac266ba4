package io.winnow.page;

import io.winnow.chart.Bar;
import io.winnow.chart.Bars;
import io.winnow.chart.Columns;
import io.winnow.page.RunFacts.Timings.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws the charts of a run; one that would show a single bar, or none, is left out. */
final class RunCharts {
  private static final int MAX_BARS = 12;
  private static final int MAX_LABEL = 80;

  /**
   * A chart as it is written.
   *
   * @param file its name
   * @param title what it shows, for who cannot see it too
   * @param rows how many bars stand below one another; 0 of columns
   */
  record Chart(String file, String title, String svg, int rows) {}

  /** Two of about the same height stand side by side on most screens. */
  private static final Comparator<Chart> BY_HEIGHT =
      Comparator.<Chart, Boolean>comparing(chart -> chart.rows > 0)
          .thenComparing(Comparator.comparingInt(Chart::rows).reversed());

  private final RunFacts facts;
  private final SectionLabels labels;
  private final List<Chart> charts = new ArrayList<>();

  private RunCharts(RunFacts facts, SectionLabels labels) {
    this.facts = facts;
    this.labels = labels;
  }

  static List<Chart> of(RunFacts facts, SectionLabels labels) {
    RunCharts all = new RunCharts(facts, labels);
    all.days();
    all.lengths();
    all.bars("sources.svg", "Articles per source", SourceName.NOTE, facts.sources());
    all.bars(
        "sections.svg",
        "Articles per section",
        "of the taxonomy, or of the model",
        facts.sections().renamed(path -> labels.section(path, Edition.EN)));
    all.bars("languages.svg", "Articles per language", "of the text; ISO 639-1", facts.languages());
    all.bars("rejects.svg", "Rejects by reason", "pieces", facts.rejects());
    all.similarity();
    all.busy();
    return all.charts.stream().sorted(BY_HEIGHT).toList();
  }

  private void days() {
    CourseOfTime course = CourseOfTime.of(facts.days(), facts.run().date());
    long undated = facts.lengths().total() - facts.days().total();
    String note =
        "by date of publication"
            + (course.before() > 0 ? "; " + Figures.count(course.before()) + " older" : "")
            + (course.after() > 0 ? "; " + Figures.count(course.after()) + " after the run" : "")
            + (undated > 0 ? "; " + Figures.count(undated) + " without a date" : "");
    columns("days.svg", "Articles per " + course.unit(), note, course.bars(), course.ticks(), null);
  }

  private void lengths() {
    Histogram lengths = facts.lengths();
    List<Columns.Tick> ticks =
        IntStream.range(0, lengths.bounds().size())
            .mapToObj(i -> new Columns.Tick(i, lengths.tick(i)))
            .toList();
    if (lengths.total() > 0) {
      columns(
          "lengths.svg", "Length of texts", "articles by characters", bins(lengths), ticks, null);
    }
  }

  private void similarity() {
    Histogram similarities = facts.similarities();
    Double threshold = facts.threshold();
    if (threshold != null && similarities.total() > 0) {
      int bins = similarities.bounds().size();
      List<Columns.Tick> ticks =
          IntStream.rangeClosed(0, 4)
              .mapToObj(
                  i ->
                      new Columns.Tick(i * bins / 4.0, String.format(Locale.ROOT, "%.2f", i / 4.0)))
              .toList();
      columns(
          "similarity.svg",
          "Similarity of candidates",
          "pairs that share a band, by Jaccard",
          bins(similarities),
          ticks,
          new Columns.Mark(threshold * bins, "joined from " + Figures.value(threshold)));
    }
  }

  private void busy() {
    List<Bar> bars =
        facts.timings().busy().stream()
            .filter(stage -> stage.seconds() >= 0.05)
            .map(RunCharts::bar)
            .toList();
    bars("busy.svg", "Busy time per stage", "thread-seconds, waiting left out", bars);
  }

  private static Bar bar(Stage stage) {
    return new Bar(stage.name(), stage.seconds(), Figures.seconds(stage.seconds()) + " s", false);
  }

  private void bars(String file, String title, String note, Tally tally) {
    List<Bar> bars =
        new ArrayList<>(
            tally.first(MAX_BARS).stream()
                .map(count -> Bar.of(MarkdownEscaper.plain(count.name(), MAX_LABEL), count.count()))
                .toList());
    Tally rest = tally.rest(MAX_BARS);
    if (!rest.isEmpty()) {
      bars.add(Bar.rest(Figures.count(rest.counts().size()) + " more", rest.total()));
    }
    bars(file, title, note, bars);
  }

  private void bars(String file, String title, String note, List<Bar> bars) {
    if (bars.size() > 1) {
      charts.add(new Chart(file, title, Bars.draw(title, note, bars), bars.size()));
    }
  }

  private void columns(
      String file,
      String title,
      String note,
      List<Bar> bars,
      List<Columns.Tick> ticks,
      Columns.@Nullable Mark mark) {
    if (bars.size() > 1) {
      charts.add(new Chart(file, title, Columns.draw(title, note, bars, ticks, mark), 0));
    }
  }

  private static List<Bar> bins(Histogram histogram) {
    return IntStream.range(0, histogram.bounds().size())
        .mapToObj(i -> Bar.of(histogram.label(i), histogram.counts().get(i)))
        .toList();
  }
}
