package io.winnow.page;

import io.winnow.page.MarkdownWriter.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what an operator reads in a minute after a run: the verdict, the counts as a flow, what
 * was dropped and why, and the cases where a decision was closest.
 */
public final class RunReport {
  private static final int MAX_BARS = 12;

  private RunReport() {}

  /**
   * Writes {@code report.md} and its charts, {@code report/*.svg}, into the folder of a run that
   * nobody reads yet.
   */
  public static void write(Path runFolder, RunFacts facts, SectionLabels labels)
      throws IOException {
    write(runFolder, facts, labels, List.of());
  }

  /**
   * The same.
   *
   * @param refusals why the run was refused, a line each; empty when it is to be published
   */
  static void write(Path runFolder, RunFacts facts, SectionLabels labels, List<String> refusals)
      throws IOException {
    Path folder = Files.createDirectories(runFolder.resolve("report"));
    List<Chart> charts = charts(facts, labels);
    for (Chart chart : charts) {
      Files.writeString(folder.resolve(chart.file), chart.svg);
    }
    List<Image> images =
        charts.stream()
            .map(chart -> new Image(Inline.text(chart.title), "report/" + chart.file))
            .toList();
    Files.writeString(
        runFolder.resolve("report.md"), new ReportPage(facts, refusals).render(images));
  }

  private record Chart(String file, String title, String svg) {
    static Chart bars(String file, String title, Tally tally) {
      return new Chart(file, title, Charts.bars(title, tally, MAX_BARS));
    }

    static Chart columns(String file, String title, Histogram histogram, Charts.Mark... marks) {
      return new Chart(file, title, Charts.columns(title, histogram, marks));
    }
  }

  /** A chart for each figure that has something to show. */
  private static List<Chart> charts(RunFacts facts, SectionLabels labels) {
    List<Chart> charts = new ArrayList<>();
    if (!facts.sections().isEmpty()) {
      Tally sections = facts.sections().renamed(path -> labels.section(path, Edition.EN));
      charts.add(Chart.bars("sections.svg", "Articles per section", sections));
      charts.add(Chart.bars("sources.svg", "Articles per source", facts.sources()));
      charts.add(Chart.columns("lengths.svg", "Characters per article", facts.lengths()));
    }
    Double threshold = facts.threshold();
    if (threshold != null && facts.similarities().total() > 0) {
      charts.add(
          Chart.columns(
              "similarity.svg",
              "Similarity of close pairs",
              facts.similarities(),
              new Charts.Mark(threshold / 1.05, "joined from " + Figures.value(threshold))));
    }
    if (!facts.rejects().isEmpty()) {
      charts.add(Chart.bars("rejects.svg", "Rejects by reason", facts.rejects()));
    }
    return charts;
  }
}
